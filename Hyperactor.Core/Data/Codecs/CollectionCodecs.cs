using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Hyperactor.Data;

/// <summary>Arrays, item by item; the item's type has a codec of its own.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <param name="typeUri">The name that all processes share.</param>
public sealed class ArrayCodec<T>(string typeUri) : MessageCodec<T[]?>(typeUri)
{
    /// <inheritdoc/>
    public override void Write(ref MessageWriter writer, T[]? value)
    {
        if (value is null)
        {
            writer.WriteNullCollectionHeader();
            return;
        }

        writer.WriteCollectionHeader(value.Length);
        foreach (var item in value)
        {
            writer.Write(item);
        }
    }

    /// <inheritdoc/>
    public override T[]? Read(ref MessageReader reader)
    {
        if (!reader.TryReadCollectionHeader(out var count))
        {
            return null;
        }

        return [.. ListCodec<T>.ReadItems(ref reader, count)];
    }

    /// <inheritdoc/>
    public override void WriteJson(Utf8JsonWriter writer, T[]? value) => CollectionJson.WriteItems(writer, value);

    /// <inheritdoc/>
    public override T[]? ReadJson(JsonElement element) => CollectionJson.ReadItems<T>(element)?.ToArray();
}

/// <summary>Arrays of values that hold no reference, in one piece.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <param name="typeUri">The name that all processes share.</param>
public sealed class UnmanagedArrayCodec<T>(string typeUri) : MessageCodec<T[]?>(typeUri)
    where T : unmanaged
{
    /// <inheritdoc/>
    public override void Write(ref MessageWriter writer, T[]? value)
    {
        if (value is null)
        {
            writer.WriteNullCollectionHeader();
            return;
        }

        writer.WriteUnmanagedSpan<T>(value);
    }

    /// <inheritdoc/>
    public override T[]? Read(ref MessageReader reader) => reader.ReadUnmanagedArray<T>();

    /// <inheritdoc/>
    public override void WriteJson(Utf8JsonWriter writer, T[]? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is byte[] bytes)
        {
            writer.WriteBase64StringValue(bytes);
        }
        else
        {
            CollectionJson.WriteItems(writer, value);
        }
    }

    /// <inheritdoc/>
    public override T[]? ReadJson(JsonElement element) =>
        typeof(T) == typeof(byte) && element.ValueKind != JsonValueKind.Null
            ? (T[])(object)JsonForm.ReadBase64(element)
            : CollectionJson.ReadItems<T>(element)?.ToArray();
}

/// <summary>Lists, item by item; the item's type has a codec of its own.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <param name="typeUri">The name that all processes share.</param>
public sealed class ListCodec<T>(string typeUri) : MessageCodec<List<T>?>(typeUri)
{
    /// <summary>How many items room is made for before they have come, at most, and at least.</summary>
    private const int CapacityMax = 1024;
    private const int CapacityMin = 4;

    /// <inheritdoc/>
    public override void Write(ref MessageWriter writer, List<T>? value)
    {
        if (value is null)
        {
            writer.WriteNullCollectionHeader();
            return;
        }

        writer.WriteCollectionHeader(value.Count);
        foreach (var item in value)
        {
            writer.Write(item);
        }
    }

    /// <inheritdoc/>
    public override List<T>? Read(ref MessageReader reader)
    {
        if (!reader.TryReadCollectionHeader(out var count))
        {
            return null;
        }

        return ReadItems(ref reader, count);
    }

    /// <summary>Reads so many items; a count that promises more than comes costs no memory.</summary>
    internal static List<T> ReadItems(ref MessageReader reader, int count)
    {
        // No more room than there are bytes left, however large an item is.
        var room = Math.Clamp(reader.Remaining / Unsafe.SizeOf<T>(), CapacityMin, CapacityMax);
        var items = new List<T>((int)Math.Min(count, room));
        for (var i = 0; i < count; i++)
        {
            items.Add(reader.Read<T>());
        }

        return items;
    }

    /// <inheritdoc/>
    public override void WriteJson(Utf8JsonWriter writer, List<T>? value) => CollectionJson.WriteItems(writer, value);

    /// <inheritdoc/>
    public override List<T>? ReadJson(JsonElement element) => CollectionJson.ReadItems<T>(element);
}

/// <summary>
/// Read-only memory of values that hold no reference, in one piece; 64 KiB or more are not copied where that can be avoided.
/// </summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <param name="typeUri">The name that all processes share.</param>
public sealed class MemoryCodec<T>(string typeUri) : MessageCodec<ReadOnlyMemory<T>>(typeUri)
    where T : unmanaged
{
    /// <inheritdoc/>
    public override void Write(ref MessageWriter writer, ReadOnlyMemory<T> value) =>
        writer.WriteMemory(value);

    /// <inheritdoc/>
    public override ReadOnlyMemory<T> Read(ref MessageReader reader) => reader.ReadMemory<T>();

    /// <inheritdoc/>
    public override void WriteJson(Utf8JsonWriter writer, ReadOnlyMemory<T> value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (typeof(T) == typeof(byte))
        {
            writer.WriteBase64StringValue(MemoryMarshal.AsBytes(value.Span));
        }
        else
        {
            CollectionJson.WriteItems(writer, MemoryMarshal.ToEnumerable(value));
        }
    }

    /// <inheritdoc/>
    public override ReadOnlyMemory<T> ReadJson(JsonElement element) =>
        typeof(T) == typeof(byte) && element.ValueKind != JsonValueKind.Null
            ? (T[])(object)JsonForm.ReadBase64(element)
            : CollectionJson.ReadItems<T>(element)?.ToArray();
}
