using Hyperactor.Sync;

namespace Hyperactor.Actors;

/// <summary>An actor is asked to stop.</summary>
internal sealed class StopSignal(StopMode mode, string reason) : LaneItem
{
    internal StopMode Mode => mode;

    internal string Reason => reason;
}

/// <summary>A message of an actor came back.</summary>
internal sealed class ReturnedMessage(Undeliverable undeliverable) : LaneItem
{
    internal Undeliverable Undeliverable => undeliverable;
}

/// <summary>A child of an actor failed.</summary>
internal sealed class ChildFailed(SupervisionEvent failure) : LaneItem
{
    internal SupervisionEvent Event => failure;
}

/// <summary>Cancels the token of an actor that is killed, on a stack of its own.</summary>
internal sealed class Cancellation(CancellationTokenSource source) : IThreadPoolWorkItem
{
    public void Execute() => source.Cancel();
}
