using System.Text.Json;

namespace Hyperactor.Data;

/// <summary>The parts of ids. What comes in is checked once, here.</summary>
internal static class IdParts
{
    /// <summary>Reads a name.</summary>
    /// <exception cref="MessageFormatException">It is none.</exception>
    internal static string ReadName(ref MessageReader reader) => Name(reader.ReadRequiredString());

    /// <summary>The text itself, if it is a name.</summary>
    /// <exception cref="MessageFormatException">It is none.</exception>
    internal static string Name(string text) => NameText.TryScan(text, out var fault)
        ? text
        : throw new MessageFormatException(fault.Describe(text, "a name"));

    /// <summary>Reads a world's name.</summary>
    internal static WorldId ReadWorld(ref MessageReader reader) => WorldId.Of(ReadName(ref reader));
}

/// <summary>A world's name.</summary>
internal sealed class WorldIdCodec() : MessageCodec<WorldId>("WorldId")
{
    public override void Write(ref MessageWriter writer, WorldId value) =>
        writer.WriteString(value == default ? throw Unset() : value.Name);

    public override WorldId Read(ref MessageReader reader) => IdParts.ReadWorld(ref reader);

    public override void WriteJson(Utf8JsonWriter writer, WorldId value) =>
        JsonForm.WriteText(writer, value == default ? throw Unset() : value.ToString());

    public override WorldId ReadJson(JsonElement element) => JsonForm.ReadParsed<WorldId>(element, "world id");
}

/// <summary>
/// A world's name and a rank, or an address and a name. An address has a colon and a name has none, so the first text tells
/// which it is.
/// </summary>
internal sealed class ProcIdCodec() : MessageCodec<ProcId>("ProcId")
{
    public override void Write(ref MessageWriter writer, ProcId value)
    {
        if (value.TryGetDirect(out var address, out var name))
        {
            writer.WriteString(address.ToString());
            writer.WriteString(name);
            return;
        }

        if (!value.TryGetRanked(out var world, out var rank) || world == default)
        {
            throw Unset();
        }

        writer.WriteString(world.Name);
        writer.WriteUnmanaged(rank);
    }

    public override ProcId Read(ref MessageReader reader) => ReadAt(ref reader, reader.ReadRequiredString());

    /// <summary>Reads the proc whose first text has been read.</summary>
    internal static ProcId ReadAt(ref MessageReader reader, string place)
    {
        if (!place.Contains(':', StringComparison.Ordinal))
        {
            return new(WorldId.Of(IdParts.Name(place)), reader.ReadUnmanaged<ulong>());
        }

        return ChannelAddress.TryParse(place, null, out var address) && !address.IsAny
            ? ProcId.Of(address, IdParts.ReadName(ref reader))
            : throw new MessageFormatException("A proc has an address that cannot be dialled.");
    }

    public override void WriteJson(Utf8JsonWriter writer, ProcId value) =>
        JsonForm.WriteText(writer, value == default ? throw Unset() : value.ToString());

    public override ProcId ReadJson(JsonElement element) => JsonForm.ReadParsed<ProcId>(element, "proc id");
}

/// <summary>A proc, a name and a pid. A member may be null, whatever its type says: then the first text of the proc is.</summary>
internal sealed class ActorIdCodec() : MessageCodec<ActorId?>("ActorId")
{
    public override void Write(ref MessageWriter writer, ActorId? value)
    {
        if (value is null)
        {
            writer.WriteString(null);
            return;
        }

        writer.Write(value.Proc);
        writer.WriteString(value.Name);
        writer.WriteUnmanaged(value.Pid);
    }

    public override ActorId? Read(ref MessageReader reader)
    {
        if (reader.ReadString() is not { } place)
        {
            return null;
        }

        var proc = ProcIdCodec.ReadAt(ref reader, place);
        var name = IdParts.ReadName(ref reader);
        return ActorId.Of(proc, name, reader.ReadUnmanaged<ulong>());
    }

    public override void WriteJson(Utf8JsonWriter writer, ActorId? value) => JsonForm.WriteText(writer, value?.ToString());

    public override ActorId? ReadJson(JsonElement element) =>
        element.ValueKind == JsonValueKind.Null ? null : JsonForm.ReadParsed<ActorId>(element, "actor id");
}

/// <summary>An actor and an index.</summary>
internal sealed class PortIdCodec() : MessageCodec<PortId>("PortId")
{
    public override void Write(ref MessageWriter writer, PortId value)
    {
        writer.Write(value.Actor ?? throw Unset());
        writer.WriteUnmanaged(value.Index);
    }

    public override PortId Read(ref MessageReader reader)
    {
        var actor = reader.ReadRequired<ActorId>();
        return new(actor, reader.ReadUnmanaged<ulong>());
    }

    public override void WriteJson(Utf8JsonWriter writer, PortId value) =>
        JsonForm.WriteText(writer, value == default ? throw Unset() : value.ToString());

    public override PortId ReadJson(JsonElement element) => JsonForm.ReadParsed<PortId>(element, "port id");
}

/// <summary>A world's name and a name.</summary>
internal sealed class GangIdCodec() : MessageCodec<GangId>("GangId")
{
    public override void Write(ref MessageWriter writer, GangId value)
    {
        writer.WriteString(value == default ? throw Unset() : value.World.Name);
        writer.WriteString(value.Name);
    }

    public override GangId Read(ref MessageReader reader)
    {
        var world = IdParts.ReadWorld(ref reader);
        return GangId.Of(world, IdParts.ReadName(ref reader));
    }

    public override void WriteJson(Utf8JsonWriter writer, GangId value) =>
        JsonForm.WriteText(writer, value == default ? throw Unset() : value.ToString());

    public override GangId ReadJson(JsonElement element) => JsonForm.ReadParsed<GangId>(element, "gang id");
}

/// <summary>An id of any kind, as its text.</summary>
internal sealed class ReferenceCodec() : MessageCodec<Reference>("Reference")
{
    public override void Write(ref MessageWriter writer, Reference value) => writer.WriteString(Text(value));

    public override Reference Read(ref MessageReader reader)
    {
        var text = reader.ReadRequiredString();
        return Reference.TryParse(text, null, out var value)
            ? value
            : throw new MessageFormatException("A text is no reference.");
    }

    public override void WriteJson(Utf8JsonWriter writer, Reference value) => JsonForm.WriteText(writer, Text(value));

    public override Reference ReadJson(JsonElement element) => JsonForm.ReadParsed<Reference>(element, "reference");

    private string Text(Reference value) => value.World == default(WorldId) ? throw Unset() : value.ToString();
}
