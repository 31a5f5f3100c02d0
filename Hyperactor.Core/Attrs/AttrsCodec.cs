using System.Text.Json;

[assembly: Hyperactor.RegisterType(typeof(Hyperactor.Attrs))]

namespace Hyperactor.Data;

/// <summary>
/// Attributes: how many, in one byte, and if there are any, their length and their bytes. None cost one byte. What is not
/// declared here goes through as it came. In JSON, an object: names and values, and for what is not declared here
/// <c>$name</c> and the bytes in base64.
/// </summary>
public sealed class AttrsCodec() : MessageCodec<Attrs?>("Attrs")
{
    private const byte Absent = byte.MaxValue;

    // No name of an attribute begins so.
    private const char Mark = '$';

    /// <inheritdoc/>
    /// <exception cref="AttrException">They are more bytes than may travel.</exception>
    public override void Write(ref MessageWriter writer, Attrs? value)
    {
        writer.WriteUnmanaged(value is null ? Absent : (byte)value.Count);
        if (value is { Count: > 0 })
        {
            writer.WriteUnmanagedSpan(value.Table.Block.Bytes.Span);
        }
    }

    /// <inheritdoc/>
    public override Attrs? Read(ref MessageReader reader)
    {
        var count = reader.ReadUnmanaged<byte>();
        return count switch
        {
            Absent => null,
            0 => new(),
            > Attrs.CountMax => throw new MessageFormatException(
                $"{count} attributes are over the limit of {Attrs.CountMax}."),
            _ => new(new AttrTable(AttrBlock.Read(reader.ReadBytes(), count))),
        };
    }

    /// <inheritdoc/>
    public override void WriteJson(Utf8JsonWriter writer, Attrs? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        foreach (var entry in value.Table.Entries)
        {
            if (entry.Key is null || !entry.Key.TryWriteJson(writer, entry))
            {
                writer.WriteBase64String(Mark + entry.Name, entry.Bytes.Span);
            }
        }

        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public override Attrs? ReadJson(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            throw JsonForm.Expected("an object for Attrs", element);
        }

        var table = AttrTable.Empty;
        foreach (var member in element.EnumerateObject())
        {
            var entry = ReadEntry(member.Name, member.Value);
            var count = table.Count;
            table = count < Attrs.CountMax
                ? table.With(entry)
                : throw MessageFormatException.InJson($"there are more than {Attrs.CountMax} attributes");
            if (table.Count == count)
            {
                throw MessageFormatException.InJson($"the attribute {entry.Name} is there twice");
            }
        }

        return new(table);
    }

    private static AttrEntry ReadEntry(string member, JsonElement value)
    {
        var isBytes = member.StartsWith(Mark);
        var name = isBytes ? member[1..] : member;
        if (!AttrName.IsName(name))
        {
            throw MessageFormatException.InJson($"{JsonForm.Place(name)} is not the name of an attribute");
        }

        var key = AttrCatalog.TryFind(name, out var found) ? found : null;
        return isBytes ? new(name, key, JsonForm.ReadBase64(value))
            : key?.ReadJson(value) ?? throw MessageFormatException.InJson(
                $"the attribute {name} is not declared here; what is not travels in base64 as {Mark}{name}");
    }
}
