using Hyperactor.Generators.Model;
using Hyperactor.Generators.Text;

namespace Hyperactor.Generators.Messages;

/// <summary>Prints the codec of a <c>[Named]</c> type into another part of the type.</summary>
internal static class MessageEmitter
{
    /// <summary>Prints the file.</summary>
    public static string Emit(PlaceModel place, CodecModel codec)
    {
        var writer = SourceHeader.Begin($"[Named] {place.FullName}", "that type", place.Namespace);
        PlaceEmitter.Open(writer, place);
        CodecEmitter.Emit(writer, codec);
        PlaceEmitter.Close(writer, place);
        return writer.ToString();
    }
}
