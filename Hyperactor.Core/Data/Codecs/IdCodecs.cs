using System.Text.Json;

namespace Hyperactor.Data;

/// <summary>A world's name.</summary>
internal sealed class WorldIdCodec() : MessageCodec<WorldId>("WorldId")
{
    public override void Write(ref MessageWriter writer, WorldId value) => writer.WriteString(value.Name);

    public override WorldId Read(ref MessageReader reader) => new(reader.ReadRequiredString());

    public override void WriteJson(Utf8JsonWriter writer, WorldId value) => JsonForm.WriteText(writer, value.ToString());

    public override WorldId ReadJson(JsonElement element) => JsonForm.ReadParsed<WorldId>(element, "world id");
}

/// <summary>A world's name and a rank.</summary>
internal sealed class ProcIdCodec() : MessageCodec<ProcId>("ProcId")
{
    public override void Write(ref MessageWriter writer, ProcId value)
    {
        writer.WriteString(value.World.Name);
        writer.WriteUnmanaged(value.Rank);
    }

    public override ProcId Read(ref MessageReader reader) =>
        new(new(reader.ReadRequiredString()), reader.ReadUnmanaged<ulong>());

    public override void WriteJson(Utf8JsonWriter writer, ProcId value) => JsonForm.WriteText(writer, value.ToString());

    public override ProcId ReadJson(JsonElement element) => JsonForm.ReadParsed<ProcId>(element, "proc id");
}

/// <summary>A proc, a name and a pid.</summary>
internal sealed class ActorIdCodec() : MessageCodec<ActorId>("ActorId")
{
    public override void Write(ref MessageWriter writer, ActorId value)
    {
        writer.Write(value.Proc);
        writer.WriteString(value.Name);
        writer.WriteUnmanaged(value.Pid);
    }

    public override ActorId Read(ref MessageReader reader)
    {
        var proc = reader.Read<ProcId>();
        var name = reader.ReadRequiredString();
        return new(proc, name, reader.ReadUnmanaged<ulong>());
    }

    // A member of a message may be null, whatever the type of this codec says.
    public override void WriteJson(Utf8JsonWriter writer, ActorId value) => JsonForm.WriteText(writer, value?.ToString());

    public override ActorId ReadJson(JsonElement element) =>
        element.ValueKind == JsonValueKind.Null ? null! : JsonForm.ReadParsed<ActorId>(element, "actor id");
}

/// <summary>An actor and an index.</summary>
internal sealed class PortIdCodec() : MessageCodec<PortId>("PortId")
{
    public override void Write(ref MessageWriter writer, PortId value)
    {
        writer.Write(value.Actor);
        writer.WriteUnmanaged(value.Index);
    }

    public override PortId Read(ref MessageReader reader)
    {
        var actor = reader.Read<ActorId>();
        return new(actor, reader.ReadUnmanaged<ulong>());
    }

    public override void WriteJson(Utf8JsonWriter writer, PortId value) => JsonForm.WriteText(writer, value.ToString());

    public override PortId ReadJson(JsonElement element) => JsonForm.ReadParsed<PortId>(element, "port id");
}

/// <summary>A world's name and a name.</summary>
internal sealed class GangIdCodec() : MessageCodec<GangId>("GangId")
{
    public override void Write(ref MessageWriter writer, GangId value)
    {
        writer.WriteString(value.World.Name);
        writer.WriteString(value.Name);
    }

    public override GangId Read(ref MessageReader reader)
    {
        var world = new WorldId(reader.ReadRequiredString());
        return new(world, reader.ReadRequiredString());
    }

    public override void WriteJson(Utf8JsonWriter writer, GangId value) => JsonForm.WriteText(writer, value.ToString());

    public override GangId ReadJson(JsonElement element) => JsonForm.ReadParsed<GangId>(element, "gang id");
}
