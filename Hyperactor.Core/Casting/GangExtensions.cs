namespace Hyperactor;

/// <summary>Casting to gangs. The generated clients call these; they are as good for explicit messages.</summary>
public static class GangExtensions
{
    /// <summary>Sends a message to every member.</summary>
    public static void Cast<TActor, TMessage>(
        this GangRef<TActor> gang, ICanCall from, TMessage message, CastOptions? options = null)
        where TActor : IHandles<TMessage> => throw new NotImplementedException();

    /// <summary>Calls every member and combines the replies in rank order.</summary>
    public static ValueTask<CastResult<TReply>> CallAsync<TActor, TMessage, TReply, TReducer>(
        this GangRef<TActor> gang, ICanCall from, TMessage message, CastOptions? options = null,
        CancellationToken cancellation = default)
        where TActor : IAnswers<TMessage, TReply>
        where TReducer : IReducer<TReply> => throw new NotImplementedException();

    /// <summary>Calls every member and waits until each has acknowledged or is accounted for.</summary>
    public static ValueTask<CastResult<Unit>> AcknowledgeAsync<TActor, TMessage>(
        this GangRef<TActor> gang, ICanCall from, TMessage message, CastOptions? options = null,
        CancellationToken cancellation = default)
        where TActor : IAnswers<TMessage, Unit> => throw new NotImplementedException();
}
