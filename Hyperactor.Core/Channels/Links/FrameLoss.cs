namespace Hyperactor.Channels;

/// <summary>Why a posted frame was not sent, for code.</summary>
internal enum FrameLossKind
{
    /// <summary>The link ended first.</summary>
    LinkClosed,

    /// <summary>Its body turned out to be over <see cref="ChannelOptions.MaxFrameBytes"/>.</summary>
    TooLarge,

    /// <summary>Its <see cref="OutgoingFrame.Write"/> threw.</summary>
    WriteFailed,
}

/// <summary>Why a posted frame was not sent: not one byte of it left.</summary>
/// <param name="Kind">Why, for code.</param>
/// <param name="Reason">Why, for people.</param>
/// <param name="Cause">What <see cref="OutgoingFrame.Write"/> threw, or the error that ended the link.</param>
/// <param name="Link">How the link ended, if it did.</param>
internal sealed record FrameLoss(FrameLossKind Kind, string Reason, Exception? Cause = null, LinkClosed? Link = null);
