namespace Hyperactor;

/// <summary>Decides what follows when an actor failed and nobody above it handled that. The library never ends the process.</summary>
public interface IFatalErrorPolicy
{
    /// <summary>Called once for each such failure, not under a lock; must not throw.</summary>
    void OnUnhandledFailure(ProcId proc, SupervisionEvent failure);
}
