namespace Hyperactor;

/// <summary>The state of an actor, with the reason for it where there is one.</summary>
/// <param name="State">The state.</param>
/// <param name="Reason">Why it stops or stopped, if it was asked to.</param>
/// <param name="Failure">What broke, if it failed.</param>
public sealed record ActorStatus(ActorState State, string? Reason = null, ActorFailure? Failure = null)
{
    /// <summary>Whether the actor has ended. A status that is final is published once and is the last.</summary>
    public bool IsTerminal => State is ActorState.Stopped or ActorState.Failed;

    /// <inheritdoc/>
    public override string ToString() => (Failure, Reason) switch
    {
        ({ } failure, _) => $"{State}: {failure}",
        (null, { } reason) => $"{State}: {reason}",
        _ => $"{State}",
    };
}
