using Hyperactor.Generators.Model;
using Hyperactor.Generators.Text;

namespace Hyperactor.Generators.Protocols;

/// <summary>Prints the clients of a protocol.</summary>
internal static class ProtocolClientEmitter
{
    /// <summary>Prints the file.</summary>
    public static string Emit(ProtocolModel protocol)
    {
        var writer = SourceHeader.Begin(
            $"[Handler] {protocol.Place.FullName}", protocol.Interface is null ? "that interface" : "that type",
            protocol.Place.Namespace);
        var what = protocol.Interface is null ? "a method for each of its own" : "a method for each message";
        writer.Doc("summary", $"Sends to whoever exports <see cref=\"{protocol.Place.Type}\"/>: {what}.");
        writer.Lines(
            $"""
            {SourceHeader.GeneratedCode}
            {protocol.Accessibility} static class {protocol.ClientName}
            """).Open();
        var client = new ClientEmitter(writer, protocol.Place.Type);
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
