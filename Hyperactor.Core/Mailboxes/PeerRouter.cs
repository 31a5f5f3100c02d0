using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Hyperactor.Channels;
using Hyperactor.Failures;
using Hyperactor.Messages;
using Hyperactor.Telemetry;

namespace Hyperactor.Mailboxes;

/// <summary>
/// The way out of a proc over links: finds where a proc listens when something is first sent to it, dials, and keeps
/// the link. A direct proc is dialled at the address in its id. Links that others dial are used as well.
/// </summary>
internal sealed class PeerRouter : EnvelopeRoute, IAsyncDisposable
{
    private readonly ConcurrentDictionary<ProcId, Peer> _peers = new();
    private readonly ConcurrentDictionary<Task, byte> _dials = new();
    private readonly ConcurrentDictionary<Link, byte> _dialled = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly IEnvelopeSink _owner;
    private readonly string _cookie;
    private readonly ReadOnlyMemory<byte> _greeting;
    private readonly ChannelOptions _options;
    private readonly Transports _transports;
    private readonly Func<ProcId, CancellationToken, ValueTask<ChannelAddress>>? _find;
    private readonly Action<ProcId, string>? _lost;
    private LinkListener? _listener;

    /// <param name="owner">Takes what comes in.</param>
    /// <param name="cookie">The secret of the world; peers that do not know it are refused.</param>
    /// <param name="options">The limits and the clock of the links.</param>
    /// <param name="find">
    /// Finds where a ranked proc listens; null if ranked procs are only reached over links that they dial.
    /// </param>
    /// <param name="lost">Told, after the owner, when a peer is lost.</param>
    internal PeerRouter(
        IEnvelopeSink owner,
        string cookie,
        ChannelOptions options,
        Func<ProcId, CancellationToken, ValueTask<ChannelAddress>>? find = null,
        Action<ProcId, string>? lost = null)
    {
        _owner = owner;
        _cookie = cookie;
        _greeting = Payload.Write(new Greeting(owner.Id, cookie), null);
        _options = options;
        _transports = new(options);
        _find = find;
        _lost = lost;
    }

    /// <summary>Lets other procs dial this one.</summary>
    /// <returns>Where it listens.</returns>
    /// <exception cref="ChannelException">The address cannot be listened at.</exception>
    internal async Task<ChannelAddress> ListenAsync(ChannelAddress address, CancellationToken cancellation)
    {
        _listener = await LinkListener.ListenAsync(
            _transports, address, new Host(this, null), _options, cancellation);
        return _listener.Address;
    }

    /// <inheritdoc/>
    internal override DeliveryFailure? Post(Envelope envelope)
    {
        var id = envelope.Destination.Actor.Proc;
        if (_find is null && !id.IsDirect && !_peers.ContainsKey(id))
        {
            return new(DeliveryFailureKind.NoRoute, $"{_owner.Id} has no link to {id}.");
        }

        var peer = PeerOf(id);
        var failure = peer.Post(new(_owner, envelope), out var mustDial);
        if (mustDial)
        {
            Dial(peer);
        }

        return failure;
    }

    /// <summary>Breaks all links that this side opened, at once: for tests of what follows.</summary>
    internal void Cut(string reason)
    {
        foreach (var link in _dialled.Keys)
        {
            link.Abort(reason);
        }
    }

    /// <summary>Closes all links in order, and waits for everything that runs here.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_dials.Keys);
        await Task.WhenAll(_dialled.Keys.Select(l => l.CloseAsync($"{_owner.Id} ended").AsTask()));
        if (_listener is not null)
        {
            await _listener.DisposeAsync();
        }

        _stopping.Dispose();
    }

    private Peer PeerOf(ProcId id) => _peers.GetOrAdd(
        id, static (id, options) => new(id, options.MaxWaitingMessages), _options);

    private void Dial(Peer peer)
    {
        var dial = DialAsync(peer);
        _dials[dial] = 0;
        if (dial.IsCompleted)
        {
            _dials.TryRemove(dial, out _);
        }
    }

    private async Task DialAsync(Peer peer)
    {
        // Never on the stack of who sends.
        await Task.Yield();
        if (peer.Id.Address is null && _find is null)
        {
            Lose(peer, null, $"{_owner.Id} waits to be dialled by {peer.Id}");
            return;
        }

        try
        {
            var address = peer.Id.Address ?? await _find!(peer.Id, _stopping.Token);
            var link = await Links.DialAsync(
                _transports, address, new Host(this, peer), _options, _stopping.Token);
            _dialled[link] = 0;
            if (link.Completion.IsCompleted)
            {
                _dialled.TryRemove(link, out _);
            }
        }
        catch (Exception e)
        {
            Lose(peer, null, $"{peer.Id} could not be reached: {FailureText.MessageOf(e)}");
        }
    }

    private void Lose(Peer peer, Link? link, string reason)
    {
        if (!peer.Lose(link, reason, out var stranded))
        {
            return;
        }

        RuntimeMetrics.ProcsLost.Add(1);
        foreach (var frame in stranded)
        {
            _owner.Return(frame.Envelope, new(DeliveryFailureKind.LinkLost, reason));
        }

        _owner.OnProcLost(peer.Id, new(DeliveryFailureKind.UnknownOutcome, reason));
        _lost?.Invoke(peer.Id, reason);
    }

    /// <summary>Decides who may link, and makes what hears the link.</summary>
    /// <param name="router">The router.</param>
    /// <param name="expected">Who was dialled; null for links that others dial.</param>
    private sealed class Host(PeerRouter router, Peer? expected) : ILinkHost
    {
        public ReadOnlyMemory<byte> Greeting => router._greeting;

        public string? Refuse(ReadOnlyMemory<byte> greeting, string peer)
        {
            Greeting? said;
            try
            {
                said = Payload.Read<Greeting?>(greeting, []);
            }
            catch (MessageFormatException)
            {
                said = null;
            }

            if (said is null)
            {
                return "the greeting is not of this program";
            }

            var same = CryptographicOperations.FixedTimeEquals(
                Encoding.UTF8.GetBytes(said.Cookie), Encoding.UTF8.GetBytes(router._cookie));
            if (!same)
            {
                return "the cookie is of another world";
            }

            return expected is null || said.Proc == expected.Id
                ? null
                : $"{said.Proc} answered, and {expected.Id} was dialled";
        }

        public IFrameHandler Opened(Link link)
        {
            var peer = expected ?? router.PeerOf(Payload.Read<Greeting>(link.Greeting, []).Proc);
            foreach (var (frame, why) in peer.Open(link, dialled: expected is not null))
            {
                router._owner.Return(frame.Envelope, why);
            }

            return new Incoming(router, peer);
        }
    }

    /// <summary>Hears one link.</summary>
    private sealed class Incoming(PeerRouter router, Peer peer) : IFrameHandler
    {
        public void OnFrame(Link link, ReadOnlyMemory<byte> payload)
        {
            try
            {
                router._owner.Post(EnvelopeCodec.Read(payload));
            }
            catch (MessageFormatException)
            {
                // It costs itself alone: who sent it cannot be read from it.
                RuntimeMetrics.EnvelopesDropped.Add(1, "malformed");
            }
        }

        public void OnClosed(Link link, LinkClosed why)
        {
            router._dialled.TryRemove(link, out _);
            router.Lose(peer, link, $"the link to {peer.Id} ended: {why.Reason}");
        }
    }
}
