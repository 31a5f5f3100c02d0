namespace Hyperactor.Messages;

/// <summary>What an envelope carries.</summary>
internal enum EnvelopeKind : byte
{
    /// <summary>A message that nobody waits for.</summary>
    Message,

    /// <summary>A request; the first port of the table takes the reply.</summary>
    Call,

    /// <summary>The reply to a request, or to a port that waits for one.</summary>
    Reply,

    /// <summary>The body is a <see cref="Messages.Fault"/>: no reply will come.</summary>
    Fault,

    /// <summary>The body is a <see cref="Messages.Returned"/>: what the receiver sent came back.</summary>
    Returned,
}

/// <summary>
/// A message under way: a head that the nodes on its way read and may rewrite, and a body that only its receiver
/// decodes. If it is a cast, its destination is the relay. Never changed after it was posted; a node that hands it on makes
/// another one around the same body.
/// </summary>
internal sealed record Envelope(
    EnvelopeKind Kind,
    ActorId Sender,
    PortId Destination,
    ulong TypeHash,
    IReadOnlyList<PortEntry> Ports,
    Body Body) : MessageHead
{
    /// <summary>How many procs may hand an envelope on before it expires.</summary>
    internal const byte HopsMax = 64;

    /// <summary>Whether it is a message or a call, and not the outcome of one: only those are counted.</summary>
    internal bool IsCounted => Kind is EnvelopeKind.Message or EnvelopeKind.Call;

    /// <summary>How many procs may still hand it on.</summary>
    internal byte HopsLeft { get; init; } = HopsMax;

    /// <summary>For how many ranks a reply stands, if relays combined it.</summary>
    internal ReplyTally? Tally { get; init; }

    /// <summary>Puts a message into an envelope; what cannot be written is the caller's mistake and is thrown.</summary>
    internal static Envelope Of<TMessage>(
        EnvelopeKind kind,
        ActorId sender,
        PortId destination,
        TMessage message,
        PortEntry? reply = null,
        MessageHead? head = null)
    {
        List<PortEntry> ports = reply is { } entry ? [entry] : [];
        var body = Payload.WriteBody(message, ports);
        return new(kind, sender, destination, MessageType<TMessage>.Codec.TypeHash, ports, body)
        {
            Headers = head?.Headers ?? Attrs.Empty,
            Trace = head?.Trace,
        };
    }

    /// <summary>Reads the message; the ports of a request follow the one for its reply.</summary>
    internal TMessage Open<TMessage>() =>
        Payload.Read<TMessage>(Body, Kind == EnvelopeKind.Call ? [.. Ports.Skip(1)] : Ports);

    /// <summary>Reads a message for a handler, which is never null.</summary>
    /// <exception cref="MessageFormatException">It is null, or not such a message.</exception>
    internal TMessage OpenForHandler<TMessage>() => Open<TMessage>() is { } message
        ? message
        : throw new MessageFormatException($"A {TypeName} is missing.");

    /// <summary>The name of the message's type, as far as it is known here.</summary>
    internal string TypeName => TypeCatalog.TryFind(TypeHash, out var codec) ? codec.TypeUri : $"0x{TypeHash:X16}";

    private string CaseSuffix => Kind is EnvelopeKind.Message or EnvelopeKind.Call
        && TypeCatalog.TryFind(TypeHash, out var codec) && codec.PeekCase(Body.Start) is { } name
        ? $" ({name})"
        : "";

    /// <inheritdoc/>
    public override string ToString() => $"{Kind} {TypeName}{CaseSuffix} from {Sender} to {Destination}, {Body.Length} bytes";
}
