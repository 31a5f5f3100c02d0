namespace Hyperactor.Processes;

/// <summary>A cleanup that is registered until this is disposed.</summary>
public sealed class SignalRegistration : IDisposable
{
    private readonly SignalCleanup _signals;

    internal SignalRegistration(SignalCleanup signals, long id)
    {
        _signals = signals;
        Id = id;
    }

    /// <summary>The number of the registration, for <see cref="SignalCleanup.Unregister"/>.</summary>
    public long Id { get; }

    /// <summary>
    /// Takes the cleanup out again. Again, or once a signal has started the cleanup, it changes nothing; it does not
    /// wait for a cleanup that runs.
    /// </summary>
    public void Dispose() => _signals.Unregister(Id);
}
