using Hyperactor.Actors;

namespace Hyperactor;

/// <summary>
/// Sending with headers: values that a message carries beside itself, for whoever handles it
/// (<see cref="Context.Headers"/>). They are copied when they are sent.
/// </summary>
/// <remarks>
/// Each throws <see cref="AttrException"/> if the headers are larger than <see cref="Attrs.SizeMax"/>, and
/// <see cref="UnknownMessageTypeException"/> if the value of one has no codec.
/// </remarks>
public static class HeaderExtensions
{
    /// <summary>Sends a message with headers. What cannot be delivered comes back to <paramref name="from"/>.</summary>
    public static void Send<TActor, TMessage>(
        this ActorRef<TActor> actor, ICanSend from, TMessage message, Attrs? headers)
        where TActor : IHandles<TMessage>
    {
        ArgumentNullException.ThrowIfNull(from);
        Instance.Of(from).SendToHandler(actor.Id, message, headers);
    }

    /// <summary>Sends a request with headers and waits for its outcome.</summary>
    /// <exception cref="CallException">The call ended without a reply.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled first.</exception>
    public static ValueTask<TReply> CallAsync<TActor, TMessage, TReply>(
        this ActorRef<TActor> actor, ICanCall from, TMessage message, Attrs? headers, CancellationToken cancellation)
        where TActor : IAnswers<TMessage, TReply>
    {
        ArgumentNullException.ThrowIfNull(from);
        return Instance.Of(from).CallAsync<TMessage, TReply>(actor.Id, message, headers, cancellation);
    }

    /// <summary>Sends to a port with headers. What cannot be delivered comes back to <paramref name="from"/>.</summary>
    public static void Send<TMessage>(this PortRef<TMessage> port, ICanSend from, TMessage message, Attrs? headers)
    {
        ArgumentNullException.ThrowIfNull(from);
        Instance.Of(from).SendToPort(port.Id, message, headers);
    }

    /// <summary>Sends the one message that the port takes, with headers.</summary>
    public static void Send<TMessage>(this OncePortRef<TMessage> port, ICanSend from, TMessage message, Attrs? headers)
    {
        ArgumentNullException.ThrowIfNull(from);
        Instance.Of(from).SendToPort(port.Id, message, headers);
    }
}
