using Hyperactor.Generators.Model;
using Hyperactor.Generators.Text;

namespace Hyperactor.Generators.Protocols;

/// <summary>Prints the clients of a protocol.</summary>
internal static class ProtocolClientEmitter
{
    /// <summary>Prints the file.</summary>
    public static string Emit(ProtocolModel protocol)
    {
        var writer = SourceHeader.Begin(protocol.Source, protocol.What, protocol.Place.Namespace);
        var who = protocol.IsAlias ? "is bound as" : "exports";
        var what = protocol.IsAlias || protocol.Interface is not null ? "a method for each message" : "a method for each of its own";
        writer.Doc("summary", $"Sends to whoever {who} <see cref=\"{protocol.Place.Type}\"/>: {what}.");
        writer.Lines(
            $"""
            {SourceHeader.GeneratedCode}
            {protocol.Accessibility} static class {protocol.ClientName}
            """).Open();
        var client = new ClientEmitter(writer, protocol.Place.Type, protocol.Place);
        foreach (var handler in protocol.Handlers)
        {
            if (handler.Arms.Count > 0)
            {
                client.Send(handler, throughHandle: false);
                continue;
            }

            client.Reference(handler);
            if (handler.Castable)
            {
                client.Gang(handler);
            }
        }

        return writer.Close().ToString();
    }
}
