using System.Text;
using System.Threading.Channels;
using Hyperactor.Channels;

namespace Hyperactor.Tests.Channels;

/// <summary>Greets with a text, accepts whom it is told to, and keeps the links that open.</summary>
internal sealed class TestHost(string greeting) : ILinkHost
{
    private readonly Channel<(Link Link, RecordingHandler Handler)> _opened =
        Channel.CreateUnbounded<(Link, RecordingHandler)>();

    internal Func<string, string?> RefuseDo { get; set; } = _ => null;

    internal Action<Link> OpenedDo { get; set; } = _ => { };

    internal Action<ReadOnlyMemory<byte>>? OnFrameDo { get; set; }

    public ReadOnlyMemory<byte> Greeting { get; } = Encoding.UTF8.GetBytes(greeting);

    internal int OpenedCount => _opened.Reader.Count;

    internal Task<(Link Link, RecordingHandler Handler)> NextAsync() => _opened.Reader.ReadAsync().AsTask().Soon();

    public string? Refuse(ReadOnlyMemory<byte> greeting, string peer) =>
        RefuseDo(Encoding.UTF8.GetString(greeting.Span));

    public IFrameHandler Opened(Link link)
    {
        OpenedDo(link);
        var handler = new RecordingHandler { OnFrameDo = OnFrameDo };
        Assert.That(_opened.Writer.TryWrite((link, handler)), Is.True);
        return handler;
    }
}
