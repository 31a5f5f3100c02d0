namespace Hyperactor.Benchmarks.Blobs;

/// <summary>Looks at both ends of what comes, and makes room for one more.</summary>
[Export]
internal sealed partial class BlobSink(SemaphoreSlim room) : Actor
{
    private long _seen;

    [Handler]
    private void TakeBytes(ReadOnlyMemory<byte> blob)
    {
        _seen += blob.Span[0] + blob.Span[^1];
        room.Release();
    }

    [Handler]
    private void TakeFloats(ReadOnlyMemory<float> blob)
    {
        _seen += (long)blob.Span[0] + (long)blob.Span[^1];
        room.Release();
    }
}
