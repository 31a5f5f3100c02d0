namespace Hyperactor.Sync;

/// <summary>The right to set a <see cref="Flag"/>, which is set at the latest when the guard is disposed.</summary>
public sealed class FlagGuard : IDisposable
{
    private readonly Flag _flag;

    internal FlagGuard(Flag flag) => _flag = flag;

    /// <summary>Sets the flag. Again changes nothing.</summary>
    /// <returns>Whether this call set it.</returns>
    public bool Signal() => _flag.TrySet();

    /// <summary>Sets the flag if it is not set.</summary>
    public void Dispose() => Signal();
}
