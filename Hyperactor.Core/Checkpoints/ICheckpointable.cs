namespace Hyperactor;

/// <summary>
/// Something whose state can be taken out, kept, and made into its like again, in this process or in another. Any class
/// may be; an actor calls its own <see cref="SaveAsync"/> from a handler, since no handler then changes the state.
/// </summary>
/// <typeparam name="TSelf">The class itself.</typeparam>
/// <typeparam name="TState">Its state: a message, so that it has a codec.</typeparam>
public interface ICheckpointable<TSelf, TState>
    where TSelf : ICheckpointable<TSelf, TState>
{
    /// <summary>The state as of now. What changes afterwards must not show in what was returned.</summary>
    ValueTask<TState> SaveAsync(CancellationToken cancellation = default);

    /// <summary>A new instance in the state that another one saved.</summary>
    static abstract ValueTask<TSelf> LoadAsync(TState state, CancellationToken cancellation = default);
}
