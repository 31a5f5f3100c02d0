using Hyperactor.Casting;

namespace Hyperactor;

/// <summary>Casting to gangs. The generated clients call these; they are as good for explicit messages.</summary>
public static class GangExtensions
{
    /// <summary>Sends a message to every member. What cannot be delivered comes back to <paramref name="from"/>.</summary>
    public static void Cast<TActor, TMessage>(
        this GangRef<TActor> gang, ICanCall from, TMessage message, CastOptions? options = null)
        where TActor : IHandles<TMessage> => Caster.Cast(gang.Id, gang.Size, from, message, options);

    /// <summary>Calls every member and combines the replies in rank order.</summary>
    /// <returns>The value, and what became of every rank. It always completes.</returns>
    public static ValueTask<CastResult<TReply>> CallAsync<TActor, TMessage, TReply, TReducer>(
        this GangRef<TActor> gang,
        ICanCall from,
        TMessage message,
        CastOptions? options = null,
        CancellationToken cancellation = default)
        where TActor : IAnswers<TMessage, TReply>
        where TReducer : IReducer<TReply> =>
        Caster.CallAsync<TMessage, TReply, TReducer>(gang.Id, gang.Size, from, message, options, cancellation);

    /// <summary>Calls every member and waits until each has acknowledged or is accounted for.</summary>
    public static ValueTask<CastResult<Unit>> AcknowledgeAsync<TActor, TMessage>(
        this GangRef<TActor> gang,
        ICanCall from,
        TMessage message,
        CastOptions? options = null,
        CancellationToken cancellation = default)
        where TActor : IAnswers<TMessage, Unit> =>
        Caster.CallAsync<TMessage, Unit, UnitReducer>(gang.Id, gang.Size, from, message, options, cancellation);
}
