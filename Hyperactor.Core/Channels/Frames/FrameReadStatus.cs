namespace Hyperactor.Channels;

/// <summary>What a <see cref="FrameReader"/> made of the bytes it was given.</summary>
internal enum FrameReadStatus
{
    /// <summary>It took them all and waits for more.</summary>
    NeedMore,

    /// <summary>A frame is whole; bytes of the next one may be left.</summary>
    Frame,

    /// <summary>They are no frames. The reader takes no more.</summary>
    Bad,
}
