using Hyperactor.Channels;

namespace Hyperactor.Tests.Channels;

/// <summary>A listener, a host on each side, and links between them.</summary>
internal sealed class LinkRig : IAsyncDisposable
{
    private LinkRig(ChannelOptions options)
    {
        Options = options;
        Transport = new Transports(options);
    }

    internal ChannelOptions Options { get; }

    internal Transport Transport { get; }

    internal TestHost Server { get; } = new("server");

    internal TestHost Client { get; } = new("client");

    internal LinkListener Listener { get; private set; } = null!;

    internal static async Task<LinkRig> StartAsync(string place, ChannelOptions? options = null)
    {
        var rig = new LinkRig(options ?? ChannelOptions.Default);
        rig.Listener = await LinkListener.ListenAsync(rig.Transport, Place.New(place), rig.Server, rig.Options);
        return rig;
    }

    /// <summary>A link, seen from both sides. The client may have options of its own.</summary>
    internal async Task<LinkPair> ConnectAsync(ChannelOptions? clientOptions = null)
    {
        await Links.DialAsync(Transport, Listener.Address, Client, clientOptions ?? Options).Soon();
        var (dialled, heardByClient) = await Client.NextAsync();
        var (accepted, heardByServer) = await Server.NextAsync();
        return new(dialled, heardByClient, accepted, heardByServer);
    }

    /// <summary>A connection to the listener that says nothing by itself.</summary>
    internal async Task<RawPeer> ConnectRawAsync() => new(await Transport.DialAsync(Listener.Address));

    public ValueTask DisposeAsync() => Listener.DisposeAsync();
}

internal sealed record LinkPair(
    Link Client, RecordingHandler HeardByClient, Link Server, RecordingHandler HeardByServer);
