using System.Net;
using System.Net.Sockets;
using Hyperactor.Channels;
using Hyperactor.Mailboxes;

namespace Hyperactor.Tests.Mailboxes;

/// <summary>A proc that listens at an address of any kind and can be dialled by its id.</summary>
internal sealed class BlobNode : IAsyncDisposable
{
    private BlobNode(ProcId id)
    {
        Proc = new(id, new());
        Router = new(Proc.Host, "secret", ChannelOptions.Default);
        Proc.Host.ForwardTo(Router);
        Client = Proc.Attach("client");
    }

    internal Proc Proc { get; }

    internal PeerRouter Router { get; }

    internal Client Client { get; }

    internal static async Task<BlobNode> StartAsync(string name, string place)
    {
        var node = new BlobNode(ProcId.Direct(NewAddress(place), name));
        await node.Router.ListenAsync(node.Proc.Id.Address!, default);
        return node;
    }

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await Router.DisposeAsync();
        await Proc.DisposeAsync();
    }

    private static ChannelAddress NewAddress(string place)
    {
        if (place != "tcp")
        {
            return ChannelAddress.Unix($"@hyp-{Guid.NewGuid():N}");
        }

        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ChannelAddress.Parse($"tcp:127.0.0.1:{((IPEndPoint)socket.LocalEndPoint!).Port}");
    }
}
