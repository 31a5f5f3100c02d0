using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Hyperactor.Data;

/// <summary>
/// A value that may be absent: its bytes in memory if it holds no reference, else an object of one member, the value.
/// </summary>
/// <typeparam name="T">The type of the value; it has a codec of its own.</typeparam>
/// <param name="typeUri">The name that all processes share.</param>
public sealed class NullableCodec<T>(string typeUri) : MessageCodec<T?>(typeUri)
    where T : struct
{
    /// <inheritdoc/>
    public override void Write(ref MessageWriter writer, T? value)
    {
        if (writer.TryWriteMemory(this, value))
        {
            return;
        }

        if (value is not { } present)
        {
            writer.WriteNullObjectHeader();
            return;
        }

        writer.WriteObjectHeader(1);
        writer.Write(present);
    }

    /// <inheritdoc/>
    public override T? Read(ref MessageReader reader)
    {
        if (reader.TryReadMemory(this, out var value))
        {
            return value;
        }

        return reader.TryReadExactHeader(1) ? reader.Read<T>() : null;
    }

    /// <inheritdoc/>
    public override bool IsZero(in T? value) =>
        ValueBits.IsZero(in Unsafe.As<T?, byte>(ref Unsafe.AsRef(in value)))
        && ValueBits.IsZero(in Nullable.GetValueRefOrDefaultRef(in value));

    /// <inheritdoc/>
    public override void CheckBits(ReadOnlySpan<T?> values)
    {
        foreach (ref readonly var value in values)
        {
            ValueBits.CheckPresence(in value);
            ValueBits.Check(in Nullable.GetValueRefOrDefaultRef(in value));
        }
    }

    /// <inheritdoc/>
    public override void WriteJson(Utf8JsonWriter writer, T? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } present)
        {
            JsonForm.Write(writer, present);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    /// <inheritdoc/>
    public override T? ReadJson(JsonElement element) =>
        element.ValueKind == JsonValueKind.Null ? null : JsonForm.Read<T>(element);
}
