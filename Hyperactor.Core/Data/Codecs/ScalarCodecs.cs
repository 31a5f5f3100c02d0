using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Hyperactor.Data;

/// <summary>Nothing at all: no byte, and in JSON an empty object.</summary>
internal sealed class UnitCodec() : MessageCodec<Unit>("Unit")
{
    public override void Write(ref MessageWriter writer, Unit value)
    {
    }

    public override Unit Read(ref MessageReader reader) => default;

    public override void WriteJson(Utf8JsonWriter writer, Unit value)
    {
        writer.WriteStartObject();
        writer.WriteEndObject();
    }

    public override Unit ReadJson(JsonElement element) =>
        JsonMembers.TryRead(this, element, out _) ? default(Unit) : throw JsonForm.Expected("an object", element);
}

/// <summary>Texts, which may be null.</summary>
internal sealed class StringCodec() : MessageCodec<string?>("string")
{
    public override void Write(ref MessageWriter writer, string? value) => writer.WriteString(value);

    public override string? Read(ref MessageReader reader) => reader.ReadString();

    public override void WriteJson(Utf8JsonWriter writer, string? value) => JsonForm.WriteText(writer, value);

    public override string? ReadJson(JsonElement element) => JsonForm.ReadText(element);
}

/// <summary>True and false.</summary>
internal sealed class BoolCodec() : UnmanagedCodec<bool>("bool")
{
    public override void WriteJson(Utf8JsonWriter writer, bool value) => writer.WriteBooleanValue(value);

    public override bool ReadJson(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw JsonForm.Expected("true or false", element),
    };
}

/// <summary>Code units; in JSON a text of one, or the number of a half of a pair, which is no text.</summary>
internal sealed class CharCodec() : UnmanagedCodec<char>("char")
{
    public override void WriteJson(Utf8JsonWriter writer, char value)
    {
        if (char.IsSurrogate(value))
        {
            writer.WriteNumberValue(value);
        }
        else
        {
            writer.WriteStringValue(new ReadOnlySpan<char>(in value));
        }
    }

    public override char ReadJson(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Number)
        {
            return element.TryGetUInt16(out var unit)
                ? (char)unit
                : throw MessageFormatException.InJson($"{JsonForm.Shown(element)} is no char");
        }

        return JsonForm.ReadRequiredText(element) is [var only]
            ? only
            : throw MessageFormatException.InJson("a char is a text of one code unit");
    }
}

/// <summary>Unicode characters; in JSON a text of one.</summary>
internal sealed class RuneCodec() : UnmanagedCodec<Rune>("Rune")
{
    public override void WriteJson(Utf8JsonWriter writer, Rune value) => writer.WriteStringValue(value.ToString());

    public override Rune ReadJson(JsonElement element)
    {
        var text = JsonForm.ReadRequiredText(element);
        return Rune.DecodeFromUtf16(text, out var rune, out _) == OperationStatus.Done
            && rune.Utf16SequenceLength == text.Length
            ? rune
            : throw MessageFormatException.InJson("a Rune is a text of one character");
    }
}
