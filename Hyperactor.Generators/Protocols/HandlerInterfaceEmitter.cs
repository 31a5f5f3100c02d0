using Hyperactor.Generators.Model;
using Hyperactor.Generators.Text;

namespace Hyperactor.Generators.Protocols;

/// <summary>Prints the interface that actors implement to handle a union or a message, and what that makes of its references.</summary>
internal static class HandlerInterfaceEmitter
{
    /// <summary>Prints the file.</summary>
    public static string Emit(ProtocolModel protocol)
    {
        var place = protocol.Place;
        var writer = SourceHeader.Begin($"[Handler] {place.FullName}", "that type", place.Namespace);
        foreach (var container in place.Containers)
        {
            writer.Lines(container).Open();
        }

        EmitInterface(writer, protocol);
        writer.Blank();
        writer.Lines(place.Declaration + " :").In()
            .Lines(string.Join(",\n", protocol.Handlers.Select(Bases.Of))).Out().Open();
        PlaceEmitter.Close(writer, place);
        return writer.ToString();
    }

    private static void EmitInterface(SourceWriter writer, ProtocolModel protocol)
    {
        writer.Doc("summary", $"Handles <see cref=\"{protocol.Place.Type}\"/>. An actor implements it and exports that type.");
        writer.Lines(
            $"""
            {SourceHeader.GeneratedCode}
            {protocol.Accessibility} interface {protocol.Interface}
            """).Open();
        var first = true;
        foreach (var handler in protocol.Handlers.Where(static h => h.Arms.Count == 0))
        {
            if (!first)
            {
                writer.Blank();
            }

            first = false;
            EmitMethod(writer, handler);
        }

        writer.Close();
    }

    private static void EmitMethod(SourceWriter writer, HandlerModel handler)
    {
        var taken = new HashSet<string>(handler.Parameters.Select(static p => p.Name), StringComparer.Ordinal);
        var context = Identifiers.Unique("context", taken);
        writer.Doc("summary", handler.Docs.Summary ?? $"Handles {See.Type(handler.MessageType)}.");
        writer.Doc("param", "Who sent it, and what the handler may do.", $"name=\"{context}\"");
        foreach (var parameter in handler.Parameters)
        {
            var name = parameter.Name.TrimStart('@');
            writer.Doc(
                "param", handler.Docs.Parameter(name) ?? $"<c>{parameter.Property.TrimStart('@')}</c> of the message.",
                $"name=\"{name}\"");
        }

        if (handler.Reply is not null)
        {
            writer.Doc("returns", "The reply.");
        }

        string[] parameters =
        [
            $"global::Hyperactor.Context {context}", .. handler.Parameters.Select(static p => $"{p.Type} {p.Name}"),
        ];
        var task = "global::System.Threading.Tasks.ValueTask" + (handler.Reply is null ? "" : $"<{handler.Reply}>");
        writer.Lines($"{task} {handler.Method}(").In().Lines(string.Join(",\n", parameters) + ");").Out();
    }
}
