using Hyperactor.Generators.Model;
using Hyperactor.Generators.Text;

namespace Hyperactor.Generators.Protocols;

/// <summary>Prints the messages of a protocol into another part of its interface.</summary>
internal static class ProtocolMessagesEmitter
{
    /// <summary>Prints the file.</summary>
    public static string Emit(ProtocolModel protocol)
    {
        var writer = SourceHeader.Begin(protocol.Source, protocol.What, protocol.Place.Namespace);
        PlaceEmitter.Open(
            writer, protocol.Place, [.. protocol.Handlers.Where(static h => h.Via is null).Select(Bases.Of).Distinct()]);
        var first = true;
        foreach (var handler in protocol.Handlers.Where(static h => h.Made is not null))
        {
            if (!first)
            {
                writer.Blank();
            }

            first = false;
            var summary = handler.Docs.Summary is { } words
                ? $"The message of <c>{handler.Name}</c>. {words}"
                : $"The message of <c>{handler.Name}</c>.";
            MadeMessageEmitter.Emit(writer, handler.Made!, summary, handler.Docs);
        }

        PlaceEmitter.Close(writer, protocol.Place);
        return writer.ToString();
    }
}
