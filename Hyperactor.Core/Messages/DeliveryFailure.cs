namespace Hyperactor;

/// <summary>The kinds of reason why a message was not delivered.</summary>
public enum DeliveryFailureKind
{
    /// <summary>The proc hosts no actor with that id, and perhaps never did.</summary>
    NoSuchActor,

    /// <summary>The actor has no such port: it was never opened, or it was closed, or it took its one message.</summary>
    NoSuchPort,

    /// <summary>The actor stopped before it handled the message.</summary>
    ActorStopped,

    /// <summary>The actor failed before it handled the message.</summary>
    ActorFailed,

    /// <summary>The port takes another type.</summary>
    WrongType,

    /// <summary>The bytes are not what their type says.</summary>
    Malformed,

    /// <summary>Nobody knows a way to the proc.</summary>
    NoRoute,

    /// <summary>The link to the proc ended before the message was written to it.</summary>
    LinkLost,

    /// <summary>The message is larger than a frame may be.</summary>
    TooLarge,

    /// <summary>A queue on the way is at its limit.</summary>
    QueueFull,

    /// <summary>The message went through too many procs, or its deadline passed.</summary>
    Expired,

    /// <summary>The peer was lost after the message was handed to it: it may have arrived or not.</summary>
    UnknownOutcome,
}

/// <summary>Why a message was not delivered.</summary>
/// <param name="Kind">The kind of reason.</param>
/// <param name="Detail">What happened, for people.</param>
public readonly record struct DeliveryFailure(DeliveryFailureKind Kind, string Detail)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Kind}: {Detail}";
}

/// <summary>A message that came back to its sender.</summary>
/// <param name="Destination">The port that it was for.</param>
/// <param name="MessageType">The URI of its type, or its number in hex where that is not known here.</param>
/// <param name="Failure">Why it was not delivered.</param>
public sealed record Undeliverable(PortId Destination, string MessageType, DeliveryFailure Failure)
{
    /// <inheritdoc/>
    public override string ToString() => $"{MessageType} to {Destination} was not delivered: {Failure}";
}
