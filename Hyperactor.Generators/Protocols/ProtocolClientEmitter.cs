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
        writer.Doc("summary", protocol.IsAlias
            ? $"Sends to whoever is bound as <see cref=\"{protocol.Place.Type}\"/>: a method for each message."
            : $"Sends to whoever exports <see cref=\"{protocol.Place.Type}\"/>: a method for each of its own.");
        writer.Lines(
            $"""
            {SourceHeader.GeneratedCode}
            {protocol.Accessibility} static class {protocol.ClientName}
            """).Open();
        var client = new ClientEmitter(writer, protocol.Place.Type, protocol.Place);
        foreach (var handler in protocol.Handlers)
        {
            client.Reference(handler);
            if (handler.Castable)
            {
                client.Gang(handler);
            }
        }

        return writer.Close().ToString();
    }
}
