using Hyperactor.Sync;

namespace Hyperactor.Channels;

/// <summary>
/// Something that can write itself as the payload of a frame. Once posted it hears exactly one of
/// <see cref="Written"/> and <see cref="Undelivered"/>, on a thread of the link, and may then be posted again. It is
/// a link of the queue itself, so that queueing allocates nothing, and can wait in one queue only.
/// </summary>
internal abstract class OutgoingFrame : LaneItem
{
    /// <summary>What the frame counts for while it is queued, in bytes.</summary>
    internal int Charge { get; set; }

    /// <summary>
    /// How many bytes <see cref="Write"/> will write, as far as that is known; 0 if not at all. A hint over the limit
    /// refuses the post at once, so it must not be more than the truth.
    /// </summary>
    public virtual int SizeHint => 0;

    /// <summary>
    /// Writes the payload. What it throws costs this frame alone. Must not block. Memory that it puts there by reference is
    /// read until it has left or the link has ended.
    /// </summary>
    public abstract void Write(IBodyWriter body);

    /// <summary>
    /// The payload is on its way, and the link forgets this frame. Whether it arrives is not known at this level:
    /// bytes on their way when a link breaks are lost without a word. Must not throw.
    /// </summary>
    public virtual void Written()
    {
    }

    /// <summary>Nothing of the frame left, and nothing will. Must not throw.</summary>
    public abstract void Undelivered(FrameLoss loss);
}
