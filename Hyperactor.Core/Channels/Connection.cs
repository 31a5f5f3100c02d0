using System.IO.Pipelines;

namespace Hyperactor.Channels;

/// <summary>
/// Bytes in both directions. Completing <see cref="Output"/> ends this direction alone, after what was written; the
/// peer's end completes <see cref="Input"/>. Disposing ends both directions at once, and what was written may be lost.
/// </summary>
public abstract class Connection : IDuplexPipe, IAsyncDisposable
{
    /// <summary>
    /// The bytes of the peer, in order. Completes without an exception; <see cref="Failure"/> says why.
    /// </summary>
    public abstract PipeReader Input { get; }

    /// <summary>
    /// The bytes for the peer. A flush that says completed, or throws, means that nobody will read on.
    /// </summary>
    public abstract PipeWriter Output { get; }

    /// <summary>Who is at the other end, for people.</summary>
    public abstract string Peer { get; }

    /// <summary>
    /// Why <see cref="Input"/> completed, if the peer did not end it in order. Set before it completes, and kept apart
    /// from it, because a pipe that completes with an exception throws away what it still holds.
    /// </summary>
    public virtual Exception? Failure => null;

    /// <summary>Ends both directions and waits until nothing of the connection runs any more.</summary>
    public abstract ValueTask DisposeAsync();
}
