namespace Hyperactor.Channels;

/// <summary>A whole frame as it was read: its body is nobody else's.</summary>
internal readonly record struct Frame(FrameKind Kind, ReadOnlyMemory<byte> Body);
