using System.Buffers.Binary;
using System.Text;

namespace Hyperactor.Data;

/// <summary>
/// Attributes as bytes (docs/wire-format.md), behind one another and sorted by name:
/// <c>nameLength:u8 name valueLength:i32 value</c>. The bytes are a part of the message that they came in, and keep its
/// buffer alive.
/// </summary>
internal sealed class AttrBlock
{
    private AttrBlock(ReadOnlyMemory<byte> bytes, int count)
    {
        Bytes = bytes;
        Count = count;
    }

    /// <summary>All entries.</summary>
    internal ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>How many entries.</summary>
    internal int Count { get; }

    /// <summary>Takes bytes that may come from anyone. Nothing is decoded and nothing copied.</summary>
    /// <exception cref="MessageFormatException">They are not so many entries, sorted, each name once.</exception>
    internal static AttrBlock Read(ReadOnlyMemory<byte> bytes, int count)
    {
        if (bytes.Length > Attrs.SizeMax)
        {
            throw new MessageFormatException($"Attributes of {bytes.Length} bytes are over the limit of {Attrs.SizeMax}.");
        }

        var rest = bytes;
        ReadOnlySpan<byte> previous = default;
        for (var i = 0; i < count; i++)
        {
            var name = Next(ref rest, out _).Span;
            if (!AttrName.IsName(name))
            {
                throw new MessageFormatException($"Attribute {i} of {count} has a name that is none.");
            }

            if (previous.SequenceCompareTo(name) >= 0)
            {
                throw new MessageFormatException(
                    $"The attribute {Encoding.ASCII.GetString(name)} is there twice or not in its place.");
            }

            previous = name;
        }

        return rest.IsEmpty
            ? new(bytes, count)
            : throw new MessageFormatException($"{rest.Length} bytes are left over behind {count} attributes.");
    }

    /// <summary>Writes entries, which are sorted. What was read and not set since goes out as it came.</summary>
    /// <exception cref="AttrException">They are more bytes than may travel.</exception>
    internal static AttrBlock Of(AttrEntry[] entries)
    {
        var values = new ReadOnlyMemory<byte>[entries.Length];
        long size = 0;
        for (var i = 0; i < entries.Length; i++)
        {
            values[i] = entries[i].Bytes;
            size += sizeof(byte) + entries[i].Name.Length + sizeof(int) + values[i].Length;
        }

        if (size > Attrs.SizeMax)
        {
            var largest = Array.IndexOf(values, values.MaxBy(v => v.Length));
            throw new AttrException(
                $"The attributes take {size} bytes and may take {Attrs.SizeMax}; {entries[largest].Name} is the largest with "
                + $"{values[largest].Length}. What is large belongs into the message.");
        }

        var bytes = new byte[size];
        var rest = bytes.AsSpan();
        for (var i = 0; i < entries.Length; i++)
        {
            var name = entries[i].Name;
            rest[0] = (byte)name.Length;
            Encoding.ASCII.GetBytes(name, rest[1..]);
            rest = rest[(1 + name.Length)..];
            BinaryPrimitives.WriteInt32LittleEndian(rest, values[i].Length);
            values[i].Span.CopyTo(rest[sizeof(int)..]);
            rest = rest[(sizeof(int) + values[i].Length)..];
        }

        return new(bytes, entries.Length);
    }

    /// <summary>Cuts the bytes into entries. Names that are declared here cost nothing.</summary>
    internal AttrEntry[] ToEntries()
    {
        var entries = new AttrEntry[Count];
        var rest = Bytes;
        for (var i = 0; i < Count; i++)
        {
            var name = Next(ref rest, out var value).Span;
            entries[i] = AttrCatalog.Find(name) is { } key
                ? new(key.Name, key, value)
                : new(Encoding.ASCII.GetString(name), null, value);
        }

        return entries;
    }

    /// <summary>Takes one entry off the front.</summary>
    /// <returns>Its name.</returns>
    private static ReadOnlyMemory<byte> Next(ref ReadOnlyMemory<byte> rest, out ReadOnlyMemory<byte> value)
    {
        var nameLength = rest.IsEmpty ? 0 : rest.Span[0];
        var head = sizeof(byte) + nameLength + sizeof(int);
        if (rest.Length < head)
        {
            throw new MessageFormatException("Attributes end in the middle of one.");
        }

        var name = rest.Slice(1, nameLength);
        var length = BinaryPrimitives.ReadInt32LittleEndian(rest.Span[(1 + nameLength)..]);
        if (length < 0 || length > rest.Length - head)
        {
            throw new MessageFormatException($"An attribute of {length} bytes does not fit into {rest.Length - head}.");
        }

        value = rest.Slice(head, length);
        rest = rest[(head + length)..];
        return name;
    }
}
