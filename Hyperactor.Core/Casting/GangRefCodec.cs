using System.Text.Json;

namespace Hyperactor.Casting;

/// <summary>References to gangs.</summary>
/// <typeparam name="TActor">The members' class or protocol.</typeparam>
/// <param name="typeUri">The name that all processes share.</param>
public sealed class GangRefCodec<TActor>(string typeUri) : MessageCodec<GangRef<TActor>>(typeUri)
{
    /// <inheritdoc/>
    public override void Write(ref MessageWriter writer, GangRef<TActor> value)
    {
        writer.Write(value.Id == default ? throw Unset() : value.Id);
        writer.WriteUnmanaged(value.Size);
    }

    /// <inheritdoc/>
    public override GangRef<TActor> Read(ref MessageReader reader)
    {
        var id = reader.Read<GangId>();
        return new(id, reader.ReadUnmanaged<int>());
    }

    /// <inheritdoc/>
    public override void WriteJson(Utf8JsonWriter writer, GangRef<TActor> value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var gang = value.Id == default ? throw Unset() : value.Id;
        writer.WriteStartObject();
        JsonForm.WriteMember(writer, "gang", gang);
        JsonForm.WriteMember(writer, "size", value.Size);
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public override GangRef<TActor> ReadJson(JsonElement element) =>
        JsonMembers.TryRead(this, element, out var members)
            ? new(members.GetPresent<GangId>("gang"), members.GetPresent<int>("size"))
            : throw Missing();
}
