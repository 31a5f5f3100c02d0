using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Hyperactor.Data;

/// <summary>
/// Values that hold no reference, as their bytes in memory: numbers, enums, and structs of these. In JSON they are the
/// base64 of these bytes, unless a derived codec knows what they mean. By itself this checks the bits of the types that
/// <see cref="ValueBits"/> knows; for a struct that holds one of them derive and override <see cref="CheckBits"/>.
/// </summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <param name="typeUri">The name that all processes share.</param>
/// <param name="isZero">
/// <see cref="MessageCodec{T}.IsZero"/>, for a struct with gaps between its fields; null if it has none.
/// </param>
public class UnmanagedCodec<T>(string typeUri, ZeroTest<T>? isZero = null) : MessageCodec<T>(typeUri)
    where T : unmanaged
{
    /// <inheritdoc/>
    public sealed override void Write(ref MessageWriter writer, T value)
    {
        if (Gaps.HasNone<T>() || typeof(T) == typeof(bool))
        {
            writer.WriteUnmanaged(value);
        }
        else
        {
            writer.WriteBits(this, value);
        }
    }

    /// <inheritdoc/>
    public sealed override T Read(ref MessageReader reader) => Checked(reader.ReadUnchecked<T>());

    /// <inheritdoc/>
    public override void CheckBits(ReadOnlySpan<T> values) => ValueBits.CheckKnown(values);

    /// <inheritdoc/>
    public override bool IsZero(in T value) => isZero?.Invoke(in value) ?? base.IsZero(in value);

    /// <inheritdoc/>
    public override void WriteJson(Utf8JsonWriter writer, T value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var bytes = MemoryMarshal.AsBytes(new Span<T>(ref value));
        ClearGaps(bytes);
        writer.WriteBase64StringValue(bytes);
    }

    /// <inheritdoc/>
    public override T ReadJson(JsonElement element)
    {
        var bytes = JsonForm.ReadBase64(element);
        if (bytes.Length != Unsafe.SizeOf<T>())
        {
            throw MessageFormatException.InJson(
                $"{TypeUri} has {Unsafe.SizeOf<T>()} bytes, and {bytes.Length} were sent");
        }

        return Checked(MemoryMarshal.Read<T>(bytes));
    }

    private T Checked(in T value)
    {
        if (!ValueBits.TakesAll<T>())
        {
            CheckBits(new ReadOnlySpan<T>(in value));
        }

        return value;
    }
}

/// <summary>Whether all fields of a value are zero bits.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="value">Any pattern of bits.</param>
public delegate bool ZeroTest<T>(in T value);

/// <summary>Enums, as their bytes in memory; in JSON by name.</summary>
/// <typeparam name="T">The enum.</typeparam>
/// <param name="typeUri">The name that all processes share.</param>
public sealed class EnumCodec<T>(string typeUri) : UnmanagedCodec<T>(typeUri)
    where T : unmanaged, Enum
{
    /// <inheritdoc/>
    public override void WriteJson(Utf8JsonWriter writer, T value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        EnumJson.Write(writer, value);
    }

    /// <inheritdoc/>
    public override T ReadJson(JsonElement element) => EnumJson.Read<T>(element);
}
