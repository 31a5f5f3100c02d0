namespace Hyperactor.Channels;

/// <summary>Why listening or dialling failed, for code that decides what to try next.</summary>
public enum ChannelFault
{
    /// <summary>The operating system said no for a reason of its own; the inner exception tells which.</summary>
    Io,

    /// <summary>Nobody listens at the address now. Trying again later makes sense.</summary>
    NobodyListens,

    /// <summary>Somebody else listens at the address already.</summary>
    AddressTaken,

    /// <summary>The options forbid the address: it would leave the machine without protection.</summary>
    NotAllowed,

    /// <summary>No transport here can carry an address of this kind.</summary>
    Unsupported,

    /// <summary>The other side did not answer within the limit.</summary>
    TimedOut,

    /// <summary>The other side answered and does not want this connection. Trying again changes nothing.</summary>
    Refused,

    /// <summary>The other side has as many connections as it may have. Trying again later makes sense.</summary>
    Busy,

    /// <summary>What answered does not speak this protocol.</summary>
    NotAPeer,
}
