using System.Threading.Channels;
using Hyperactor.Channels;

namespace Hyperactor.Tests.Channels;

/// <summary>Keeps what comes in.</summary>
internal sealed class RecordingHandler : IFrameHandler
{
    private readonly Channel<ReadOnlyMemory<byte>> _frames = Channel.CreateUnbounded<ReadOnlyMemory<byte>>();
    private readonly TaskCompletionSource<LinkClosed> _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _closedCount;

    internal Action<ReadOnlyMemory<byte>>? OnFrameDo { get; set; }

    internal ChannelReader<ReadOnlyMemory<byte>> Frames => _frames.Reader;

    internal Task<LinkClosed> Closed => _closed.Task;

    internal int ClosedCount => Volatile.Read(ref _closedCount);

    internal List<Exception> Faults { get; } = [];

    internal async Task<byte[]> NextAsync() => (await _frames.Reader.ReadAsync().AsTask().Soon()).ToArray();

    public void OnFrame(Link link, ReadOnlyMemory<byte> payload)
    {
        OnFrameDo?.Invoke(payload);
        // Fails, and so ends the link, if a frame comes after the end.
        Assert.That(_frames.Writer.TryWrite(payload), Is.True);
    }

    public void OnClosed(Link link, LinkClosed why)
    {
        Interlocked.Increment(ref _closedCount);
        _frames.Writer.TryComplete();
        _closed.TrySetResult(why);
    }

    public void OnFault(Link link, Exception fault)
    {
        lock (Faults)
        {
            Faults.Add(fault);
        }
    }
}
