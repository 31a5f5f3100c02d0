namespace Hyperactor.Data;

/// <summary>Nothing at all: no byte.</summary>
internal sealed class UnitCodec() : MessageCodec<Unit>("Unit")
{
    public override void Write(ref MessageWriter writer, Unit value)
    {
    }

    public override Unit Read(ref MessageReader reader) => default;
}

/// <summary>Texts, which may be null.</summary>
internal sealed class StringCodec() : MessageCodec<string?>("string")
{
    public override void Write(ref MessageWriter writer, string? value) => writer.WriteString(value);

    public override string? Read(ref MessageReader reader) => reader.ReadString();
}
