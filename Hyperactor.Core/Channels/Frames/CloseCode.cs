namespace Hyperactor.Channels;

/// <summary>
/// Why a side ends the link, for code; a text for people goes with it. Numbers are part of the wire format.
/// </summary>
internal enum CloseCode : ushort
{
    /// <summary>It is done.</summary>
    Done = 0,

    /// <summary>It does not want this peer.</summary>
    Refused = 1,

    /// <summary>It could not read what the peer sent.</summary>
    ProtocolError = 2,

    /// <summary>Its own code failed.</summary>
    Failed = 3,

    /// <summary>The peer said no hello in time.</summary>
    TimedOut = 4,

    /// <summary>It has as many links as it may have.</summary>
    Busy = 5,
}
