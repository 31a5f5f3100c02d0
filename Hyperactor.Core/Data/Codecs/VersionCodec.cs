using System.Text.Json;

namespace Hyperactor.Data;

/// <summary>Versions: an object of their four numbers, -1 for one that is not there; in JSON their text.</summary>
/// <param name="typeUri">The name that all processes share.</param>
public sealed class VersionCodec(string typeUri) : MessageCodec<Version?>(typeUri)
{
    private const int Members = 4;

    /// <inheritdoc/>
    public override void Write(ref MessageWriter writer, Version? value)
    {
        if (value is null)
        {
            writer.WriteNullObjectHeader();
            return;
        }

        writer.WriteObjectHeader(Members);
        writer.WriteUnmanaged(value.Major);
        writer.WriteUnmanaged(value.Minor);
        writer.WriteUnmanaged(value.Build);
        writer.WriteUnmanaged(value.Revision);
    }

    /// <inheritdoc/>
    public override Version? Read(ref MessageReader reader)
    {
        if (!reader.TryReadExactHeader(Members))
        {
            return null;
        }

        var (major, minor) = (reader.ReadUnmanaged<int>(), reader.ReadUnmanaged<int>());
        return (reader.ReadUnmanaged<int>(), reader.ReadUnmanaged<int>()) switch
        {
            (-1, -1) => new(major, minor),
            (var build, -1) => new(major, minor, build),
            var (build, revision) => new(major, minor, build, revision),
        };
    }

    /// <inheritdoc/>
    public override void WriteJson(Utf8JsonWriter writer, Version? value) => JsonForm.WriteText(writer, value?.ToString());

    /// <inheritdoc/>
    public override Version? ReadJson(JsonElement element) =>
        JsonForm.ReadText(element) is { } text ? Version.Parse(text) : null;
}
