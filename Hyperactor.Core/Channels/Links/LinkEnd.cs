namespace Hyperactor.Channels;

/// <summary>How a link ended, for code.</summary>
internal enum LinkEnd
{
    /// <summary>This side closed it.</summary>
    LocalClose,

    /// <summary>The peer closed it and said why.</summary>
    PeerClosed,

    /// <summary>The peer went away without a word: reset, end of stream, a frame cut short.</summary>
    PeerLost,

    /// <summary>The peer does not want this side.</summary>
    Refused,

    /// <summary>One side could not read what the other sent.</summary>
    ProtocolError,

    /// <summary>The handler of this side threw.</summary>
    HandlerFailed,
}
