using System.Buffers.Binary;
using System.Text.Json;

namespace Hyperactor.Messages;

/// <summary>
/// The layout of an envelope on the wire (docs/wire-format.md): the length of the head as a 32-bit number, the head as
/// an object, and the body as it is. A relay reads and writes the head alone.
/// </summary>
internal sealed class EnvelopeCodec() : MessageCodec<Envelope>("hyperactor.Envelope")
{
    private const byte Members = 9;
    private const int LengthSize = sizeof(int);

    private static readonly AttrsCodec Headers = new();

    /// <summary>Registers the types of messages that the runtime itself sends.</summary>
    internal static void RegisterOwnTypes()
    {
        TypeCatalog.Register(new EnvelopeCodec());
        TypeCatalog.Register(new FaultCodec());
        TypeCatalog.Register(new ReturnedCodec());
        TypeCatalog.Register(new EnumCodec<DeliveryFailureKind>("Hyperactor.DeliveryFailureKind"));
    }

    /// <summary>Writes head and body.</summary>
    internal static void Write(IBodyWriter output, byte[] head, Body body)
    {
        BinaryPrimitives.WriteInt32LittleEndian(output.GetSpan(LengthSize), head.Length);
        output.Advance(LengthSize);
        output.Refer(head);
        output.Refer(body);
    }

    /// <summary>The bytes of the head, with those behind it by which a large body comes to lie as it should.</summary>
    internal static byte[] WriteHead(Envelope envelope)
    {
        var head = Payload.Write(envelope, null);
        if (envelope.Body.Length >= Blob.BytesMin)
        {
            var padding = -(LengthSize + head.Length + envelope.Body.Lead) & (Blob.Alignment - 1);
            Array.Resize(ref head, head.Length + padding);
        }

        return head;
    }

    /// <summary>How long head and body are together.</summary>
    internal static long LengthOf(byte[] head, in Body body) => LengthSize + head.Length + (long)body.Length;

    /// <summary>Reads an envelope; its body is a part of <paramref name="bytes"/>, which it keeps.</summary>
    /// <exception cref="MessageFormatException">The bytes are something else.</exception>
    internal static Envelope Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length < LengthSize)
        {
            throw new MessageFormatException("An envelope is shorter than its prefix.");
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes.Span);
        if (length < 0 || length > bytes.Length - LengthSize)
        {
            throw new MessageFormatException($"A head of {length} bytes does not fit into {bytes.Length}.");
        }

        var head = Payload.Read<Envelope>(bytes.Slice(LengthSize, length), []);
        return head with { Body = bytes[(LengthSize + length)..] };
    }

    /// <inheritdoc/>
    public override void Write(ref MessageWriter writer, Envelope value)
    {
        writer.WriteObjectHeader(Members);
        writer.WriteUnmanaged((byte)value.Kind);
        writer.WriteUnmanaged(value.HopsLeft);
        writer.Write(value.Sender);
        writer.Write(value.Destination);
        writer.WriteUnmanaged(value.TypeHash);
        WritePorts(ref writer, value.Ports);
        WriteCast(ref writer, value.Cast);
        WriteTally(ref writer, value.Tally);
        Headers.Write(ref writer, TraceHeaders.Join(value));
    }

    /// <inheritdoc/>
    public override Envelope Read(ref MessageReader reader)
    {
        if (!reader.TryReadObjectHeader(Members, out var count) || count != Members)
        {
            throw new MessageFormatException("An envelope has a head of another version.");
        }

        var kind = (EnvelopeKind)reader.ReadUnmanaged<byte>();
        if (kind > EnvelopeKind.Returned)
        {
            throw new MessageFormatException($"An envelope is of the unknown kind {(byte)kind}.");
        }

        var hops = reader.ReadUnmanaged<byte>();
        var sender = reader.ReadRequired<ActorId>();
        var destination = reader.Read<PortId>();
        var hash = reader.ReadUnmanaged<ulong>();
        var ports = ReadPorts(ref reader);
        if (kind == EnvelopeKind.Call && ports.Length == 0)
        {
            throw new MessageFormatException("A call has no port for its reply.");
        }

        var cast = ReadCast(ref reader);
        var tally = ReadTally(ref reader);
        var headers = Headers.Read(ref reader);
        ReadPadding(ref reader);
        var trace = headers is null ? null : TraceHeaders.Split(headers);
        return new(kind, sender, destination, hash, ports, default)
        {
            HopsLeft = hops,
            Cast = cast,
            Tally = tally,
            Headers = headers is { Count: > 0 } ? headers : Attrs.Empty,
            Trace = trace,
        };
    }

    /// <summary>Nobody looks into a head but through a tool: its JSON form is its bytes.</summary>
    public override void WriteJson(Utf8JsonWriter writer, Envelope value) => JsonForm.WriteBytesOf(writer, this, value);

    /// <inheritdoc/>
    public override Envelope ReadJson(JsonElement element) => JsonForm.ReadBytesOf(element, this);

    private static void ReadPadding(ref MessageReader reader)
    {
        if (reader.Remaining >= Blob.Alignment)
        {
            return;
        }

        while (reader.Remaining > 0)
        {
            if (reader.ReadUnmanaged<byte>() != 0)
            {
                throw new MessageFormatException("Behind the head of an envelope stands something that is not zero.");
            }
        }
    }

    private static void WritePorts(ref MessageWriter writer, IReadOnlyList<PortEntry> ports)
    {
        writer.WriteCollectionHeader(ports.Count);
        foreach (var entry in ports)
        {
            writer.Write(entry.Port);
            writer.WriteString(entry.Reducer);
        }
    }

    private static PortEntry[] ReadPorts(ref MessageReader reader)
    {
        if (!reader.TryReadCollectionHeader(out var count))
        {
            return [];
        }

        var ports = new PortEntry[count];
        for (var i = 0; i < count; i++)
        {
            var port = reader.Read<PortId>();
            ports[i] = new(port, reader.ReadString());
        }

        return ports;
    }

    private static void WriteCast(ref MessageWriter writer, CastHead? cast)
    {
        if (cast is null)
        {
            writer.WriteNullObjectHeader();
            return;
        }

        writer.WriteObjectHeader(6);
        writer.Write(cast.Gang);
        writer.WriteUnmanaged(cast.Size);
        writer.WriteUnmanaged(cast.Low);
        writer.WriteUnmanaged(cast.High);
        writer.WriteUnmanaged(cast.Fanout);
        writer.WriteUnmanaged(cast.DeadlineMs);
    }

    private static CastHead? ReadCast(ref MessageReader reader)
    {
        if (!reader.TryReadObjectHeader(6, out _))
        {
            return null;
        }

        var gang = reader.Read<GangId>();
        var size = reader.ReadUnmanaged<int>();
        var low = reader.ReadUnmanaged<int>();
        var high = reader.ReadUnmanaged<int>();
        var fanout = reader.ReadUnmanaged<int>();
        var deadline = reader.ReadUnmanaged<int>();
        if (low < 0 || low >= high || high > size || fanout < 2 || deadline < 0)
        {
            throw new MessageFormatException($"A cast to ranks {low} to {high} of {size} by {fanout} makes no sense.");
        }

        return new(gang, size, low, high, fanout, deadline);
    }

    private static void WriteTally(ref MessageWriter writer, ReplyTally? tally)
    {
        if (tally is null)
        {
            writer.WriteNullObjectHeader();
            return;
        }

        writer.WriteObjectHeader(2);
        writer.WriteUnmanaged(tally.Replied);
        writer.WriteCollectionHeader(tally.Failed.Count);
        foreach (var failure in tally.Failed)
        {
            writer.WriteUnmanaged(failure.Rank);
            writer.WriteString(failure.Reason);
        }
    }

    private static ReplyTally? ReadTally(ref MessageReader reader)
    {
        if (!reader.TryReadObjectHeader(2, out _))
        {
            return null;
        }

        var replied = reader.ReadUnmanaged<int>();
        if (!reader.TryReadCollectionHeader(out var count))
        {
            return new(replied, []);
        }

        var failed = new RankFailure[count];
        for (var i = 0; i < count; i++)
        {
            var rank = reader.ReadUnmanaged<int>();
            failed[i] = new(rank, reader.ReadRequiredString());
        }

        return new(replied, failed);
    }
}
