namespace Hyperactor.Channels;

/// <summary>Hears what comes in over a link: one call at a time, in the order of the wire.</summary>
internal interface IFrameHandler
{
    /// <summary>
    /// A frame came. The payload is an array of its own, which the handler may keep. The next frame waits until this
    /// returns, and so does the peer in the end, so it must not block. What it throws ends the link.
    /// </summary>
    void OnFrame(Link link, ReadOnlyMemory<byte> payload);

    /// <summary>The link ended. Exactly once, after the last frame. Must not throw.</summary>
    void OnClosed(Link link, LinkClosed why);

    /// <summary>A callback that must not throw did, and the link went on. For diagnostics.</summary>
    void OnFault(Link link, Exception fault)
    {
    }
}
