using Hyperactor.Channels;
using Hyperactor.Mailboxes;

namespace Hyperactor.Tests.Telemetry;

/// <summary>Two procs over a real socket, each of which can send to the other.</summary>
internal sealed class LinkedProcs : IAsyncDisposable
{
    private readonly PeerRouter _hereRouter;
    private readonly PeerRouter _thereRouter;
    private ChannelAddress _address = null!;

    private LinkedProcs()
    {
        There = new(new WorldId("there").Proc(0), new());
        _thereRouter = new(There.Host, "secret", ChannelOptions.Default);
        There.Host.ForwardTo(_thereRouter);
        Here = new(new WorldId("here").Proc(0), new());
        _hereRouter = new(Here.Host, "secret", ChannelOptions.Default, (_, _) => new(_address));
        Here.Host.ForwardTo(_hereRouter);
        Client = Here.Attach("client");
    }

    internal Proc Here { get; }

    internal Proc There { get; }

    internal Client Client { get; }

    internal static async Task<LinkedProcs> LinkAsync()
    {
        var procs = new LinkedProcs();
        procs._address = await procs._thereRouter.ListenAsync(ChannelAddress.Parse("tcp:127.0.0.1:0"), default);
        return procs;
    }

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await _hereRouter.DisposeAsync();
        await _thereRouter.DisposeAsync();
        await Here.DisposeAsync();
        await There.DisposeAsync();
    }
}
