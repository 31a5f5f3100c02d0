using System.Buffers;
using System.Runtime.CompilerServices;
using MemoryPack;

namespace Hyperactor.Data;

/// <summary>
/// Where codecs write. The layout is MemoryPack's: an object is one byte with the number of its members, then the
/// members in order; a collection is a 32-bit count, then its items; null has its own header. Ports of members marked
/// <c>[Include]</c> go into a table beside the bytes.
/// </summary>
public ref struct MessageWriter
{
    private readonly List<PortEntry>? _ports;
    private MemoryPackWriter<ArrayBufferWriter<byte>> _pack;
    private int _including;

    internal MessageWriter(
        ref ArrayBufferWriter<byte> buffer, MemoryPackWriterOptionalState state, List<PortEntry>? ports)
    {
        _pack = new(ref buffer, state);
        _ports = ports;
    }

    /// <summary>Starts an object that has this many members (at most 249).</summary>
    public void WriteObjectHeader(byte memberCount) => _pack.WriteObjectHeader(memberCount);

    /// <summary>Stands for an object that is null.</summary>
    public void WriteNullObjectHeader() => _pack.WriteNullObjectHeader();

    /// <summary>Starts the case of a union with this index (at most 65,535).</summary>
    public void WriteUnionHeader(int tag) => _pack.WriteUnionHeader(checked((ushort)tag));

    /// <summary>Starts a collection of this many items.</summary>
    public void WriteCollectionHeader(int count) => _pack.WriteCollectionHeader(count);

    /// <summary>Stands for a collection that is null.</summary>
    public void WriteNullCollectionHeader() => _pack.WriteNullCollectionHeader();

    /// <summary>Writes the bytes of a value that holds no reference.</summary>
    public void WriteUnmanaged<T>(T value)
        where T : unmanaged => _pack.WriteUnmanaged(value);

    /// <summary>Writes a text, or null.</summary>
    public void WriteString(string? value) => _pack.WriteString(value);

    /// <summary>Writes a collection of values that hold no reference, in one piece.</summary>
    public void WriteUnmanagedSpan<T>(ReadOnlySpan<T> values)
        where T : unmanaged => _pack.WriteUnmanagedSpan(values);

    /// <summary>Writes a value with the codec that is registered for <typeparamref name="T"/>.</summary>
    public void Write<T>(T value) => MessageType<T>.Codec.Write(ref this, value);

    /// <summary>Writes the port of a <c>[Reply]</c> member, or one null byte if it names nothing.</summary>
    public void WriteReply<T>(OncePortRef<T> reply)
    {
        if (reply.Id == default)
        {
            WriteNullObjectHeader();
            return;
        }

        Write(reply);
    }

    /// <summary>Writes the bytes in memory of a value, if its type holds no reference.</summary>
    internal bool TryWriteMemory<T>(T value)
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            return false;
        }

        _pack.DangerousWriteUnmanaged(value);
        return true;
    }

    /// <summary>Writes a value whose type is <c>[MemoryPackable]</c> with MemoryPack's own code.</summary>
    public void WritePackable<T>(T? value)
        where T : IMemoryPackable<T> => _pack.WritePackable(value);

    /// <summary>From here on ports go into the table beside the bytes. Pairs with <see cref="EndInclude"/>.</summary>
    public void BeginInclude() => _including++;

    /// <summary>Ends what <see cref="BeginInclude"/> began.</summary>
    public void EndInclude() => _including--;

    /// <summary>Writes a port: in the table where members are included and a table travels, else in the bytes.</summary>
    internal void WritePort(PortEntry entry)
    {
        if (_including > 0 && _ports is not null)
        {
            _ports.Add(entry);
            _pack.WriteObjectHeader(MessageReader.PortInTable);
            return;
        }

        _pack.WriteObjectHeader(MessageReader.PortInline);
        Write(entry.Port);
        _pack.WriteString(entry.Reducer);
    }

    internal void Flush() => _pack.Flush();
}
