namespace Hyperactor;

/// <summary>How bytes travel to a channel address: the word before its first colon.</summary>
public enum ChannelKind
{
    /// <summary>
    /// <c>tcp:</c> – between processes, on one machine unless <c>ChannelOptions.AllowRemote</c>.
    /// </summary>
    Tcp,

    /// <summary><c>unix:</c> – between processes of one machine, through a path or an abstract name.</summary>
    Unix,

    /// <summary><c>local:</c> – inside one process, between users of the same <c>LocalTransport</c>.</summary>
    Local,
}
