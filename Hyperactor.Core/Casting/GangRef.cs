using Hyperactor.Casting;

namespace Hyperactor;

/// <summary>
/// The address of all actors that share a name in a world: a name and a size, however many they are. May travel in
/// messages.
/// </summary>
/// <typeparam name="TActor">The members' class, or a protocol that they implement.</typeparam>
public readonly record struct GangRef<TActor>
{
    /// <summary>Refers to a gang.</summary>
    /// <param name="id">The gang.</param>
    /// <param name="size">How many members it has: the ranks are 0 to <paramref name="size"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is not positive.</exception>
    public GangRef(GangId id, int size)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        Id = id;
        Size = size;
    }

    /// <summary>The gang.</summary>
    public GangId Id { get; }

    /// <summary>How many members it has.</summary>
    public int Size { get; }

    /// <summary>The member at <paramref name="rank"/>: computed, not looked up.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such rank.</exception>
    public ActorRef<TActor> this[int rank]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(rank);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(rank, Size);
            return new(Id.Member((ulong)rank));
        }
    }

    /// <summary>
    /// Casts a message that carries a port, and waits for the one reply that the replies of all members were combined to.
    /// </summary>
    /// <typeparam name="TMessage">A message that the members handle.</typeparam>
    /// <typeparam name="TReply">What they reply.</typeparam>
    /// <typeparam name="TReducer">How replies are combined, in rank order.</typeparam>
    /// <param name="from">Who asks.</param>
    /// <param name="message">Makes the message around the port; the port must be in a member marked <c>[Include]</c>.</param>
    /// <param name="options">How the cast is spread, and how long replies are waited for.</param>
    /// <param name="cancellation">Ends the waiting; the members go on.</param>
    /// <returns>The value, and what became of every rank. It always completes.</returns>
    /// <exception cref="ArgumentException">The members do not handle the message, or it does not include the port.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled first.</exception>
    public ValueTask<CastResult<TReply>> ReduceAsync<TMessage, TReply, TReducer>(
        ICanCall from,
        Func<PortRef<TReply>, TMessage> message,
        CastOptions? options = null,
        CancellationToken cancellation = default)
        where TReducer : IReducer<TReply>
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(message);
        if (!typeof(IHandles<TMessage>).IsAssignableFrom(typeof(TActor)))
        {
            throw new ArgumentException(
                $"{typeof(TActor).Name} does not handle {typeof(TMessage).Name}.", nameof(message));
        }

        return Caster.ReduceAsync<TMessage, TReply, TReducer>(Id, Size, from, message, options, cancellation);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Id}<{typeof(TActor).Name}>";
}
