namespace Hyperactor.Channels;

/// <summary>How bytes travel to a <see cref="ChannelAddress"/>: the word before its first colon.</summary>
public enum ChannelKind
{
    /// <summary>
    /// <c>tcp:</c> – between processes, on one machine unless <see cref="ChannelOptions.AllowRemote"/>.
    /// </summary>
    Tcp,

    /// <summary><c>unix:</c> – between processes of one machine, through a path or an abstract name.</summary>
    Unix,

    /// <summary><c>local:</c> – inside one process, between users of the same <see cref="LocalTransport"/>.</summary>
    Local,
}
