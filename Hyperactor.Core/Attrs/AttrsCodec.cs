namespace Hyperactor.Data;

/// <summary>
/// Attributes: how many, in one byte, and if there are any, their length and their bytes. None cost one byte. What is not
/// declared here goes through as it came.
/// </summary>
public sealed class AttrsCodec() : MessageCodec<Attrs?>("Attrs")
{
    private const byte Absent = byte.MaxValue;

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
}
