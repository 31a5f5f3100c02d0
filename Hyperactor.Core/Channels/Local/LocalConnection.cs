using System.IO.Pipelines;

namespace Hyperactor.Channels;

/// <summary>One end of two pipes; the other end has the same two, crossed.</summary>
internal sealed class LocalConnection(PipeReader input, PipeWriter output, string peer) : Connection
{
    public override PipeReader Input => input;

    public override PipeWriter Output => output;

    public override string Peer => peer;

    /// <summary>Two ends of one connection; each names the other.</summary>
    internal static (LocalConnection Here, LocalConnection There) CreatePair(string there, string here)
    {
        var forth = new Pipe(PipeLimits.Pooled());
        var back = new Pipe(PipeLimits.Pooled());
        return (new(back.Reader, forth.Writer, there), new(forth.Reader, back.Writer, here));
    }

    public override async ValueTask DisposeAsync()
    {
        await output.CompleteAsync();
        await input.CompleteAsync();
    }
}
