using System.Text.Json;

namespace Hyperactor.Data;

/// <summary>
/// Arrays of two dimensions: an object of both lengths and of the items, row by row. In JSON likewise, so that an array
/// without items keeps its lengths.
/// </summary>
/// <typeparam name="T">The type of the items; it has a codec of its own.</typeparam>
/// <param name="typeUri">The name that all processes share.</param>
public sealed class GridCodec<T>(string typeUri) : MessageCodec<T[,]?>(typeUri)
{
    private const int Members = 3;

    /// <inheritdoc/>
    public override void Write(ref MessageWriter writer, T[,]? value)
    {
        if (value is null)
        {
            writer.WriteNullObjectHeader();
            return;
        }

        writer.WriteObjectHeader(Members);
        writer.WriteUnmanaged(value.GetLength(0));
        writer.WriteUnmanaged(value.GetLength(1));
        writer.WriteCollectionHeader(value.Length);
        foreach (var item in value)
        {
            writer.Write(item);
        }
    }

    /// <inheritdoc/>
    public override T[,]? Read(ref MessageReader reader)
    {
        if (!reader.TryReadExactHeader(Members))
        {
            return null;
        }

        var rows = reader.ReadUnmanaged<int>();
        var columns = reader.ReadUnmanaged<int>();
        return Make(rows, columns, SequenceBytes.Read<T>(ref reader));
    }

    /// <inheritdoc/>
    public override void WriteJson(Utf8JsonWriter writer, T[,]? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        writer.WriteNumber("rows", value.GetLength(0));
        writer.WriteNumber("columns", value.GetLength(1));
        writer.WritePropertyName("items");
        CollectionJson.WriteItems(writer, value.Cast<T>());
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public override T[,]? ReadJson(JsonElement element) => JsonMembers.TryRead(this, element, out var members)
        ? Make(
            members.GetPresent<int>("rows"), members.GetPresent<int>("columns"),
            CollectionJson.ReadItems<T>(members.Element("items")))
        : null;

    private T[,] Make(int rows, int columns, List<T>? items)
    {
        if (rows < 0 || columns < 0 || items is null || (long)rows * columns != items.Count)
        {
            throw new MessageFormatException($"A {TypeUri} of {rows} by {columns} has {items?.Count ?? 0} items.");
        }

        var grid = new T[rows, columns];
        for (var i = 0; i < items.Count; i++)
        {
            grid[i / columns, i % columns] = items[i];
        }

        return grid;
    }
}
