namespace Hyperactor.Channels;

/// <summary>What the layer above says and decides while links come about. Called from several at once.</summary>
internal interface ILinkHost
{
    /// <summary>What this side says of itself; at most <see cref="Hello.GreetingBytesMax"/> bytes.</summary>
    ReadOnlyMemory<byte> Greeting { get; }

    /// <summary>Decides, from what the peer said of itself, whether to link with it: null, or why not.</summary>
    /// <remarks>
    /// The answer goes to the peer, which nobody has vouched for yet. What it throws refuses the peer.
    /// </remarks>
    string? Refuse(ReadOnlyMemory<byte> greeting, string peer);

    /// <summary>Names who hears the link, before its first frame is read. It may post already.</summary>
    IFrameHandler Opened(Link link);
}
