using System.Net;
using System.Net.Sockets;
using Hyperactor.Channels;
using Hyperactor.Mailboxes;

namespace Hyperactor.Benchmarks.Blobs;

/// <summary>A sender and a receiver: in two procs with a link between them, or in one proc.</summary>
internal sealed class BlobPair<T> : IAsyncDisposable
    where T : unmanaged
{
    // Enough that the link never waits for the sender, and no queue grows.
    private const int Window = 4;

    private readonly SemaphoreSlim _room = new(Window);
    private readonly List<(Proc Proc, PeerRouter? Router)> _procs = [];
    private readonly ReadOnlyMemory<T> _blob;
    private Client _client = null!;
    private ActorRef<BlobSink> _sink;

    private BlobPair(int bytes)
    {
        var items = new T[bytes / System.Runtime.CompilerServices.Unsafe.SizeOf<T>()];
        Random.Shared.NextBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(items.AsSpan()));
        _blob = items;
    }

    internal static async Task<BlobPair<T>> StartAsync(string kind, int bytes)
    {
        var pair = new BlobPair<T>(bytes);
        var there = kind == "same proc" ? pair.AddLocal() : await pair.AddAsync(kind, "there");
        var here = kind == "same proc" ? there : await pair.AddAsync(kind, "here");
        pair._client = here.Attach("client");
        pair._sink = there.Spawn("sink", new BlobSink(pair._room)).Bind();
        return pair;
    }

    /// <summary>Sends the blob so many times; done when all have been handled.</summary>
    internal async Task SendAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await _room.WaitAsync();
            if (_blob is ReadOnlyMemory<byte> bytes)
            {
                _sink.TakeBytes(_client, bytes);
            }
            else if (_blob is ReadOnlyMemory<float> floats)
            {
                _sink.TakeFloats(_client, floats);
            }
        }

        for (var i = 0; i < Window; i++)
        {
            await _room.WaitAsync();
        }

        _room.Release(Window);
    }

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        foreach (var (proc, router) in _procs)
        {
            if (router is not null)
            {
                await router.DisposeAsync();
            }

            await proc.DisposeAsync();
        }

        _room.Dispose();
    }

    private Proc AddLocal()
    {
        var proc = Proc.Local();
        _procs.Add((proc, null));
        return proc;
    }

    private async Task<Proc> AddAsync(string kind, string name)
    {
        var options = new ChannelOptions { MaxFrameBytes = 128 << 20, MaxQueueBytes = 1L << 30 };
        var proc = new Proc(ProcId.Direct(NewAddress(kind), name), new() { Channels = options });
        var router = new PeerRouter(proc.Host, "secret", options);
        proc.Host.ForwardTo(router);
        await router.ListenAsync(proc.Id.Address!, default);
        _procs.Add((proc, router));
        return proc;
    }

    private static ChannelAddress NewAddress(string kind)
    {
        if (kind == "unix")
        {
            return ChannelAddress.Unix(Path.Combine(Path.GetTempPath(), $"hyp-{Guid.NewGuid():N}"));
        }

        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ChannelAddress.Parse($"tcp:127.0.0.1:{((IPEndPoint)socket.LocalEndPoint!).Port}");
    }
}
