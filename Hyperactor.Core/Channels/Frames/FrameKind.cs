namespace Hyperactor.Channels;

/// <summary>What a frame is for: the fifth byte of its prefix (docs/wire-format.md).</summary>
internal enum FrameKind : byte
{
    /// <summary>The first frame of each side: who I am.</summary>
    Hello = 1,

    /// <summary>Bytes of the layer above.</summary>
    Payload = 2,

    /// <summary>The last frame of a side: why it ends.</summary>
    Close = 3,
}
