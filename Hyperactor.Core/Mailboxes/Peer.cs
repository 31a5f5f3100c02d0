using Hyperactor.Channels;

namespace Hyperactor.Mailboxes;

/// <summary>
/// Another proc, as a router sees it. Envelopes for it go over one link, whichever of the two procs opened it, so that
/// their order stays.
/// <code>
/// Unknown → Dialling → Linked → Lost        Dialling: envelopes wait here
///    └──────────────→ Linked                the peer dialled us
///              Lost → Linked                the peer came back and dialled us
/// </code>
/// </summary>
internal sealed class Peer(ProcId id, int waitingMax)
{
    private readonly Lock _gate = new();
    private readonly Queue<EnvelopeFrame> _waiting = new();
    private Link? _link;
    private bool _isDialling;
    private string? _lost;

    /// <summary>Who it is.</summary>
    internal ProcId Id => id;

    /// <summary>Takes an envelope, or tells why not.</summary>
    /// <param name="frame">The envelope.</param>
    /// <param name="mustDial">Whether the caller has to open a link now; true once.</param>
    internal DeliveryFailure? Post(EnvelopeFrame frame, out bool mustDial)
    {
        mustDial = false;
        lock (_gate)
        {
            if (_link is { } link)
            {
                return EnvelopeFrame.ToFailure(link.TryPost(frame));
            }

            if (_lost is { } lost)
            {
                return new(DeliveryFailureKind.LinkLost, lost);
            }

            if (_waiting.Count == waitingMax)
            {
                return new(DeliveryFailureKind.QueueFull, $"{waitingMax} envelopes wait for a link to {id}.");
            }

            _waiting.Enqueue(frame);
            mustDial = !_isDialling;
            _isDialling = true;
            return null;
        }
    }

    /// <summary>A link to the peer is open: it is used unless there is one already.</summary>
    /// <returns>The envelopes that the link did not take, with the reasons.</returns>
    internal IReadOnlyList<(EnvelopeFrame Frame, DeliveryFailure Why)> Open(Link link, bool dialled)
    {
        lock (_gate)
        {
            if (_link is not null || (_isDialling && !dialled))
            {
                // Ours is on its way, and envelopes wait for it: the peer's link is for what the peer sends.
                return [];
            }

            _link = link;
            _isDialling = false;
            _lost = null;
            List<(EnvelopeFrame, DeliveryFailure)> refused = [];
            while (_waiting.TryDequeue(out var frame))
            {
                if (EnvelopeFrame.ToFailure(link.TryPost(frame)) is { } why)
                {
                    refused.Add((frame, why));
                }
            }

            return refused;
        }
    }

    /// <summary>A link ended, or could not be opened (null).</summary>
    /// <param name="link">The link.</param>
    /// <param name="reason">Why.</param>
    /// <param name="stranded">The envelopes that waited.</param>
    /// <returns>Whether the peer is lost with it.</returns>
    internal bool Lose(Link? link, string reason, out IReadOnlyList<EnvelopeFrame> stranded)
    {
        lock (_gate)
        {
            stranded = [];
            if (_link != link || (link is null && !_isDialling))
            {
                return false;
            }

            _link = null;
            _isDialling = false;
            _lost = reason;
            stranded = [.. _waiting];
            _waiting.Clear();
            return true;
        }
    }
}
