namespace Hyperactor.Channels;

/// <summary>How receiving came to its end, and what the peer is still to be told.</summary>
internal sealed record LinkEnding(LinkClosed Why, CloseFrame? Farewell = null);
