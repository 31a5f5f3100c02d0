using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MemoryPack;

namespace Hyperactor.Data;

/// <summary>
/// Where codecs read. Every length is checked against the bytes that are left before anything is allocated, and
/// nesting is limited, because the bytes may come from anyone.
/// </summary>
public ref partial struct MessageReader
{
    /// <summary>How deep values may nest in one another.</summary>
    public const int DepthMax = 64;

    /// <summary>How many members an object has at most.</summary>
    internal const int MembersMax = 249;

    internal const byte PortInTable = 0;
    internal const byte PortByIndex = 1;
    internal const byte PortInline = 2;

    private readonly ReadOnlyMemory<byte> _source;
    private readonly BodyParts? _parts;
    private readonly IReadOnlyList<PortEntry> _ports;
    private MemoryPackReader _pack;
    private MessageCodec? _codec;
    private int _nextPort;
    private int _depth;
    private int _outermost;
    private bool _isOpen;
    private bool _hasSkipped;

    internal MessageReader(in Body body, MemoryPackReaderOptionalState state, IReadOnlyList<PortEntry> ports)
    {
        _ports = ports;
        if (body.IsWhole)
        {
            _source = body.ToMemory();
            _pack = new(_source.Span, state);
        }
        else
        {
            _parts = new(body);
            _pack = new(in _parts.All, state);
        }
    }

    /// <summary>How many bytes are left.</summary>
    public readonly long Remaining => _pack.Remaining;

    /// <summary>
    /// Starts an object; false if it is null. Members may be appended to the outermost value of a message: who does not know
    /// them reads those that it knows, and the rest is passed over.
    /// </summary>
    /// <param name="memberCount">
    /// How many members were written. Members that were appended to the type later are absent in older bytes.
    /// </param>
    /// <param name="membersKnown">How many members the reading side knows.</param>
    /// <exception cref="MessageFormatException">
    /// More members were written than are known, and the object stands in another, where nobody knows how long they are.
    /// </exception>
    public bool TryReadObjectHeader(int membersKnown, out int memberCount)
    {
        var isOutermost = _depth == 1 && _pack.Consumed == _outermost;
        if (!_pack.TryReadObjectHeader(out var count))
        {
            memberCount = 0;
            return false;
        }

        memberCount = count;
        if (count > membersKnown)
        {
            _isOpen = isOutermost && count <= MembersMax ? true : throw TooMany(count, membersKnown);
        }

        return true;
    }

    /// <summary>Starts an object that always has so many members; false if it is null.</summary>
    /// <exception cref="MessageFormatException">It has more or fewer.</exception>
    internal bool TryReadExactHeader(int members)
    {
        if (!TryReadObjectHeader(members, out var count))
        {
            return false;
        }

        return count == members
            ? true
            : throw new MessageFormatException($"A {_codec?.TypeUri} has {members} members, and {count} were sent.");
    }

    /// <summary>Starts a union; false if it is null.</summary>
    /// <param name="tag">The index of the case.</param>
    /// <exception cref="MessageFormatException">It is neither a tag nor null.</exception>
    public bool TryReadUnionHeader(out int tag)
    {
        var isOutermost = _depth == 1 && _pack.Consumed == 0;
        tag = ReadUnchecked<byte>();
        switch (tag)
        {
            case < UnionTag.WideFrom:
                break;
            case UnionTag.WideFrom:
                tag = ReadUnchecked<ushort>();
                break;
            case MemoryPackCode.NullObject:
                return false;
            default:
                throw new MessageFormatException($"{tag} is no tag of a union.");
        }

        // The case is as much the outermost value as the union is.
        _outermost = isOutermost ? _pack.Consumed : 0;
        return true;
    }

    /// <summary>Starts a collection; false if it is null.</summary>
    /// <param name="count">How many items follow: never more than bytes are left.</param>
    /// <exception cref="MessageFormatException">The count is negative, or there are not as many bytes.</exception>
    public bool TryReadCollectionHeader(out int count)
    {
        count = ReadUnchecked<int>();
        if (count == MemoryPackCode.NullCollection)
        {
            return false;
        }

        return count >= 0 && count <= Remaining
            ? true
            : throw new MessageFormatException($"{count} items were announced and {Remaining} bytes are left.");
    }

    /// <summary>Reads the bytes of a value that holds no reference.</summary>
    /// <exception cref="MessageFormatException">They are no value, or too few.</exception>
    /// <exception cref="UnknownMessageTypeException">
    /// It is a struct that no codec is registered for, so nobody could tell whether its bytes are a value.
    /// </exception>
    public T ReadUnmanaged<T>()
        where T : unmanaged
    {
        var value = ReadUnchecked<T>();
        ValueBits.Check(in value);
        return value;
    }

    /// <summary>Reads the bytes of a value that the caller checks.</summary>
    internal T ReadUnchecked<T>()
        where T : unmanaged
    {
        _pack.ReadUnmanaged<T>(out var value);
        return value;
    }

    /// <summary>Reads a text, or null.</summary>
    /// <exception cref="MessageFormatException">The bytes are none, or too few.</exception>
    public string? ReadString()
    {
        // Not by the pack's own method, which adds to a length from the wire and may then read whatever lies behind.
        var length = ReadUnchecked<int>();
        return length switch
        {
            MemoryPackCode.NullCollection => null,
            >= 0 => TextBytes.ReadUtf16(Take((long)length * sizeof(char))),
            _ => TextBytes.ReadUtf8(ReadUnchecked<int>(), Take(~length)),
        };
    }

    /// <summary>Reads a text that may not be null.</summary>
    /// <exception cref="MessageFormatException">It is null.</exception>
    public string ReadRequiredString() => ReadString() ?? throw new MessageFormatException("A text is missing.");

    /// <summary>Reads a collection of values that hold no reference, in one piece; null if it is null.</summary>
    /// <inheritdoc cref="ReadUnmanaged" path="/exception"/>
    public T[]? ReadUnmanagedArray<T>()
        where T : unmanaged
    {
        if (!TryReadCollectionHeader(out var count))
        {
            return null;
        }

        var length = (long)count * Unsafe.SizeOf<T>();
        if (length > Remaining)
        {
            throw new MessageFormatException($"{count} items were announced and {Remaining} bytes are left.");
        }

        // Not by the pack's own method, which also serves items that need formatters looked up at run time.
        var items = GC.AllocateUninitializedArray<T>(count);
        Take(length).CopyTo(MemoryMarshal.AsBytes(items.AsSpan()));
        ValueBits.CheckAll<T>(items);
        return items;
    }

    /// <summary>Reads bytes without a copy: the result is a part of the message's own buffer.</summary>
    public ReadOnlyMemory<byte> ReadBytes()
    {
        if (!TryReadCollectionHeader(out var count))
        {
            return default;
        }

        return TakeMemory(count);
    }

    /// <summary>
    /// Reads a collection of values that hold no reference, in one piece. Bytes are a part of the message's own buffer; so
    /// are 64 KiB or more of wider values, if they lie as such values must, and are copied otherwise. What is not copied has
    /// no array to get at.
    /// </summary>
    /// <inheritdoc cref="ReadUnmanaged" path="/exception"/>
    public ReadOnlyMemory<T> ReadMemory<T>()
        where T : unmanaged
    {
        if (!TryReadCollectionHeader(out var count))
        {
            return default;
        }

        var bytes = TakeMemory((long)count * Unsafe.SizeOf<T>());
        if (typeof(T) == typeof(byte))
        {
            return Unsafe.As<ReadOnlyMemory<byte>, ReadOnlyMemory<T>>(ref bytes);
        }

        if (bytes.Length < Blob.BytesMin || !Blob.TryToValues<T>(bytes, out var values))
        {
            var items = GC.AllocateUninitializedArray<T>(count);
            bytes.Span.CopyTo(MemoryMarshal.AsBytes(items.AsSpan()));
            values = items;
        }

        ValueBits.CheckAll(values.Span);
        return values;
    }

    /// <summary>Reads a value with the codec that is registered for <typeparamref name="T"/>.</summary>
    /// <exception cref="MessageFormatException">The bytes are not such a value, or nest too deep.</exception>
    public T Read<T>() => Read(MessageType<T>.Codec);

    /// <summary>Reads a value with a codec.</summary>
    internal T Read<T>(MessageCodec<T> codec)
    {
        if (++_depth > DepthMax)
        {
            throw new MessageFormatException($"Values nest deeper than {DepthMax}.");
        }

        _codec = codec;
        var value = codec.Read(ref this);
        _depth--;
        return value;
    }

    /// <summary>Reads the bytes in memory of a value, if its type holds no reference.</summary>
    /// <param name="codec">Checks them.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="MessageFormatException">They are no value, or too few.</exception>
    public bool TryReadMemory<T>(MessageCodec<T> codec, [MaybeNullWhen(false)] out T value)
    {
        ArgumentNullException.ThrowIfNull(codec);
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            value = default;
            return false;
        }

        _pack.DangerousReadUnmanaged(out value);
        codec.CheckBits(new ReadOnlySpan<T>(in value));
        return true;
    }

    /// <summary>Reads a value that may not be null.</summary>
    /// <exception cref="MessageFormatException">It is null.</exception>
    public T ReadRequired<T>()
        where T : class =>
        Read<T?>() ?? throw new MessageFormatException($"A value of type {typeof(T).Name} is missing.");

    /// <summary>Reads a value whose type is <c>[MemoryPackable]</c> with MemoryPack's own code.</summary>
    public T? ReadPackable<T>()
        where T : IMemoryPackable<T> => _pack.ReadPackable<T>();

    /// <summary>Reads a port, from the table if the bytes say so.</summary>
    internal PortEntry ReadPort()
    {
        if (!_pack.TryReadObjectHeader(out var form))
        {
            throw new MessageFormatException("A port is missing.");
        }

        return form switch
        {
            PortInTable when _nextPort < _ports.Count => _ports[_nextPort++],
            PortInTable => throw new MessageFormatException("The port table is shorter than the message says."),
            PortByIndex => ReadPlace(),
            PortInline => new(Read<PortId>(), ReadString()),
            _ => throw new MessageFormatException("A port is malformed."),
        };
    }

    /// <summary>Reads the port of a <c>[Reply]</c> member; one that names nothing if the message came as a call.</summary>
    /// <exception cref="MessageFormatException">The bytes are no port.</exception>
    public OncePortRef<T> ReadReply<T>()
    {
        if (Remaining > 0 && _source.Span[_pack.Consumed] == MemoryPackCode.NullObject)
        {
            _pack.Advance(1);
            return default;
        }

        return Read<OncePortRef<T>>();
    }

    private ReadOnlySpan<byte> Take(long length)
    {
        if (length > Remaining)
        {
            throw new MessageFormatException($"{length} bytes were announced and {Remaining} are left.");
        }

        var bytes = _parts is null
            ? _source.Span.Slice(_pack.Consumed, (int)length)
            : _parts.Take(_pack.Consumed, (int)length).Span;
        _pack.Advance((int)length);
        return bytes;
    }

    private ReadOnlyMemory<byte> TakeMemory(long length)
    {
        if (length > Remaining)
        {
            throw new MessageFormatException($"{length} bytes were announced and {Remaining} are left.");
        }

        var bytes = _parts is null
            ? _source.Slice(_pack.Consumed, (int)length)
            : _parts.Take(_pack.Consumed, (int)length);
        _pack.Advance((int)length);
        return bytes;
    }

    /// <summary>Gives back what MemoryPack's reader rented.</summary>
    public void Dispose() => _pack.Dispose();

    /// <summary>Requires that all bytes and all ports were read, but for those of members that are not known here.</summary>
    internal readonly void End()
    {
        if (Remaining != 0 && !_isOpen)
        {
            throw new MessageFormatException($"{Remaining} bytes are left over.");
        }

        if (_nextPort != _ports.Count && !_isOpen && !_hasSkipped)
        {
            throw new MessageFormatException($"{_ports.Count - _nextPort} ports are left over.");
        }
    }

    private readonly MessageFormatException TooMany(int sent, int known) => new(
        $"{sent} members of {_codec?.TypeUri ?? "an object"} were sent and {known} are known here. Members may be appended to "
        + "what stands in other values only if all sides mark its type [Named(VersionTolerant = true)].");
}
