using System.Buffers;
using System.Text;
using Hyperactor.Channels;

namespace Hyperactor.Tests.Channels;

/// <summary>A peer that writes any bytes it likes and reads frames.</summary>
internal sealed class RawPeer(Connection connection) : IAsyncDisposable
{
    private readonly FrameReader _reader = new(1 << 20);

    internal Connection Connection => connection;

    internal async Task WriteAsync(ReadOnlyMemory<byte> bytes) => await connection.Output.WriteAsync(bytes).Soon();

    internal Task SayHelloAsync(string greeting = "raw") => WriteAsync(Bytes.Hello(Encoding.UTF8.GetBytes(greeting)));

    internal async Task EndAsync() => await connection.Output.CompleteAsync();

    /// <summary>The next frame, or null when the other side has ended.</summary>
    internal async Task<Frame?> ReadAsync()
    {
        while (true)
        {
            var result = await connection.Input.ReadAsync().Soon();
            var bytes = result.Buffer.ToArray();
            ReadOnlySpan<byte> span = bytes;
            var status = _reader.Read(ref span, out var frame);
            connection.Input.AdvanceTo(result.Buffer.GetPosition(bytes.Length - span.Length));
            Assert.That(status, Is.Not.EqualTo(FrameReadStatus.Bad), _reader.Problem);
            if (status == FrameReadStatus.Frame)
            {
                return frame;
            }

            if (result.IsCompleted)
            {
                return null;
            }
        }
    }

    /// <summary>The Close that must come next.</summary>
    internal async Task<CloseFrame> ReadCloseAsync()
    {
        var frame = await ReadAsync();
        Assert.That(frame?.Kind, Is.EqualTo(FrameKind.Close));
        Assert.That(CloseFrame.Read(frame!.Value.Body.Span, out var close), Is.Null);
        return close!;
    }

    public async ValueTask DisposeAsync()
    {
        await connection.Output.CompleteAsync();
        await connection.Input.CompleteAsync();
        await connection.DisposeAsync();
    }
}
