namespace Hyperactor;

/// <summary>
/// The base of every actor: state of its own, and handlers that run one at a time, their awaits included. Declare the
/// class <c>partial</c> and mark its handlers <see cref="HandlerAttribute"/>; mark it <see cref="ExportAttribute"/> to
/// make it reachable from other procs.
/// </summary>
public abstract class Actor
{
    /// <summary>Runs before the first message. An exception fails the actor, and nothing is ever handled.</summary>
    protected internal virtual ValueTask OnStartAsync(Context context) => default;

    /// <summary>
    /// Runs after the last message, when the children have stopped; also after a failure. An exception fails an actor
    /// that stopped, and is added to the failure of one that failed.
    /// </summary>
    /// <param name="context">The actor's context; it can still send.</param>
    /// <param name="failure">What broke, or null if the actor was asked to stop.</param>
    protected internal virtual ValueTask OnStopAsync(Context context, ActorFailure? failure) => default;

    /// <summary>
    /// A child failed. True: it is dealt with, this actor goes on. False, the default: this actor fails as well, and its
    /// own parent is told.
    /// </summary>
    protected internal virtual ValueTask<bool> OnChildFailedAsync(Context context, SupervisionEvent failure) =>
        new(false);

    /// <summary>A message that this actor sent came back. By default it is counted and that is all.</summary>
    protected internal virtual ValueTask OnUndeliverableAsync(Context context, Undeliverable undeliverable) => default;
}
