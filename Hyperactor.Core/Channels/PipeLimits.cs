using System.IO.Pipelines;

namespace Hyperactor.Channels;

/// <summary>How much a connection's pipes hold before the writer waits, and who runs whose continuation.</summary>
internal static class PipeLimits
{
    /// <summary>Enough for a full socket read; smaller ones cost system calls.</summary>
    internal const int SegmentBytes = 64 << 10;

    private const int PauseBytes = 512 << 10;
    private const int ResumeBytes = 256 << 10;

    /// <summary>
    /// For pipes whose other end is a loop of ours over a socket: that loop runs on the thread that woke it, which
    /// saves a hop per write.
    /// </summary>
    internal static PipeOptions Inline() => Create(PipeScheduler.Inline);

    /// <summary>For pipes between two users: neither runs on the other's stack.</summary>
    internal static PipeOptions Pooled() => Create(PipeScheduler.ThreadPool);

    /// <summary>For readers that receive from a socket themselves.</summary>
    internal static StreamPipeReaderOptions Receiving() =>
        new(bufferSize: SegmentBytes, minimumReadSize: SegmentBytes / 2, leaveOpen: true);

    // Readers of these pipes must consume what they see, whole frames or not: a reader that waits for more than
    // PauseBytes without consuming would wait for ever.
    private static PipeOptions Create(PipeScheduler scheduler) => new(
        readerScheduler: scheduler,
        writerScheduler: scheduler,
        pauseWriterThreshold: PauseBytes,
        resumeWriterThreshold: ResumeBytes,
        minimumSegmentSize: SegmentBytes);
}
