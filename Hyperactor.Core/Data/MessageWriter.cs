using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MemoryPack;

namespace Hyperactor.Data;

/// <summary>
/// Where codecs write. The layout is MemoryPack's: an object is one byte with the number of its members, then the
/// members in order; a collection is a 32-bit count, then its items; null has its own header. Ports of members marked
/// <c>[Include]</c> go into a table beside the bytes.
/// </summary>
public ref partial struct MessageWriter
{
    private readonly MemoryPackWriterOptionalState _state;
    private readonly List<PortEntry>? _ports;
    private BodyWriter _body;
    private MemoryPackWriter<BodyWriter> _pack;
    private int _including;
    private int _depth;
    private MemberFrame? _frame;
    private bool _isTolerant;

    internal MessageWriter(ref BodyWriter body, MemoryPackWriterOptionalState state, List<PortEntry>? ports)
    {
        (_body, _state, _ports) = (body, state, ports);
        _pack = new(ref body, state);
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

    /// <summary>Writes the bytes of a value that holds no reference. What lies between its fields is written as zeros.</summary>
    /// <exception cref="UnknownMessageTypeException">
    /// It is a struct that no codec is registered for, so nobody could tell what lies between its fields.
    /// </exception>
    public void WriteUnmanaged<T>(T value)
        where T : unmanaged
    {
        if (Gaps.HasNone<T>())
        {
            _pack.WriteUnmanaged(value);
        }
        else if (typeof(T) == typeof(bool))
        {
            _pack.WriteUnmanaged(Gaps.Normal(value));
        }
        else
        {
            WriteBits(MessageType<T>.Codec, value);
        }
    }

    /// <summary>Writes a text, or null.</summary>
    public void WriteString(string? value) => _pack.WriteString(value);

    /// <summary>Writes a collection of values that hold no reference, in one piece.</summary>
    /// <inheritdoc cref="WriteUnmanaged" path="/exception"/>
    public void WriteUnmanagedSpan<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        if (IsAsInMemory<T>())
        {
            _pack.WriteUnmanagedSpan(values);
            return;
        }

        _pack.WriteCollectionHeader(values.Length);
        foreach (var value in values)
        {
            WriteUnmanaged(value);
        }
    }

    /// <summary>
    /// Writes a collection of values that hold no reference, in one piece. 64 KiB or more without gaps are not copied: they are read
    /// where they lie until the message has left this process, and a receiver in this process is given the memory itself.
    /// Whoever sends them must not write to them any more.
    /// </summary>
    /// <exception cref="MessageFormatException">It is more than a message can be.</exception>
    public void WriteMemory<T>(ReadOnlyMemory<T> values)
        where T : unmanaged
    {
        var length = (long)values.Length * Unsafe.SizeOf<T>();
        if (length < Blob.BytesMin || !IsAsInMemory<T>())
        {
            WriteUnmanagedSpan(values.Span);
            return;
        }

        if (length > Array.MaxLength)
        {
            throw new MessageFormatException($"A message of {length} bytes cannot be written; {Array.MaxLength} are the most.");
        }

        _pack.WriteCollectionHeader(values.Length);
        _pack.Flush();
        _body.Refer(Blob.ToBytes(values));
    }

    /// <summary>Writes a value with the codec that is registered for <typeparamref name="T"/>.</summary>
    /// <exception cref="MessageFormatException">Values nest deeper than <see cref="MessageReader.DepthMax"/>, or in a circle.</exception>
    public void Write<T>(T value) => Write(MessageType<T>.Codec, value);

    /// <summary>Writes a value with a codec.</summary>
    internal void Write<T>(MessageCodec<T> codec, T value)
    {
        if (++_depth > MessageReader.DepthMax)
        {
            throw new MessageFormatException($"Values nest deeper than {MessageReader.DepthMax}, or in a circle.");
        }

        codec.Write(ref this, value);
        _depth--;
    }

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
    /// <param name="codec">Knows what lies between the fields of the value.</param>
    /// <param name="value">The value.</param>
    public bool TryWriteMemory<T>(MessageCodec<T> codec, T value)
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            return false;
        }

        WriteBits(codec, value);
        return true;
    }

    /// <summary>Writes the bytes in memory of a value that holds no reference.</summary>
    internal void WriteBits<T>(MessageCodec<T> codec, T value)
    {
        ArgumentNullException.ThrowIfNull(codec);
        var size = Unsafe.SizeOf<T>();
        ref var start = ref _pack.GetSpanReference(size);
        Unsafe.WriteUnaligned(ref start, value);
        codec.ClearGaps(MemoryMarshal.CreateSpan(ref start, size));
        _pack.Advance(size);
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
            WritePlace(_ports.Count);
            _ports.Add(entry);
            return;
        }

        _pack.WriteObjectHeader(MessageReader.PortInline);
        Write(entry.Port);
        _pack.WriteString(entry.Reducer);
    }

    internal void Flush() => _pack.Flush();

    // Whether values travel as they lie in memory: nothing between fields, and no bool.
    private static bool IsAsInMemory<T>() =>
        Gaps.HasNone<T>() || (typeof(T) != typeof(bool) && !MessageType<T>.Codec.HasGaps);
}
