using Hyperactor.Channels;
using Hyperactor.Data;

namespace Hyperactor.Tests.Channels;

/// <summary>A frame of given bytes, put there by reference if they are many, that remembers what it was told.</summary>
internal sealed class ByteFrame(ReadOnlyMemory<byte> bytes, bool hint = true) : OutgoingFrame
{
    private readonly TaskCompletionSource<FrameLoss?> _told = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _writtenCount;
    private int _undeliveredCount;

    internal Action? BeforeWrite { get; init; }

    internal Action? AfterWrite { get; init; }

    /// <summary>How often the bytes are in it.</summary>
    internal int Times { get; init; } = 1;

    internal int ToldCount => Volatile.Read(ref _writtenCount) + Volatile.Read(ref _undeliveredCount);

    internal int UndeliveredCount => Volatile.Read(ref _undeliveredCount);

    /// <summary>Null when written, the loss when not.</summary>
    internal Task<FrameLoss?> Told => _told.Task;

    public override int SizeHint => hint ? bytes.Length : 0;

    public override void Write(IBodyWriter body)
    {
        BeforeWrite?.Invoke();
        for (var i = 0; i < Times; i++)
        {
            body.Refer(bytes);
        }

        AfterWrite?.Invoke();
    }

    public override void Written()
    {
        Interlocked.Increment(ref _writtenCount);
        _told.TrySetResult(null);
    }

    public override void Undelivered(FrameLoss loss)
    {
        Interlocked.Increment(ref _undeliveredCount);
        _told.TrySetResult(loss);
    }
}
