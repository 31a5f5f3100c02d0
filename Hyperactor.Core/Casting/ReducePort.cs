using Hyperactor.Failures;
using Hyperactor.Mailboxes;
using Hyperactor.Messages;

namespace Hyperactor.Casting;

/// <summary>
/// Where the replies of a run of ranks come together: one slot for each part of the run, each with an index of its own.
/// It always completes: with the combined value and an account of every rank, as soon as the last slot is filled, its
/// proc is lost, or time is up.
/// </summary>
/// <remarks>
/// Values are combined in the order of the slots, however they come in, so that the result is the same each time. The
/// lock guards the slots; reading and combining, which are user code, run outside it.
/// </remarks>
internal abstract class ReducePort(Mailbox mailbox, GangId gang, RankRange[] slots, Reducer reducer) : Port
{
    private readonly Lock _gate = new();
    private readonly Part?[] _parts = new Part?[slots.Length];
    private int _missing = slots.Length;
    private ulong _first;
    private ITimer? _deadline;

    /// <summary>The reducer.</summary>
    private protected Reducer Reducer => reducer;

    /// <summary>The first of the ranks whose replies come here.</summary>
    private protected int Low => slots[0].Low;

    /// <summary>Opens the slots, and starts the clock.</summary>
    /// <returns>The address of the first slot; those of the others follow.</returns>
    internal PortId Open(TimeSpan deadline, TimeProvider time)
    {
        var first = mailbox.Open(this, slots.Length);
        _first = first.Index;
        var timer = time.CreateTimer(
            static state => ((ReducePort)state!).FillAll("no reply in time"), this, deadline, Timeout.InfiniteTimeSpan);
        Volatile.Write(ref _deadline, timer);
        if (Volatile.Read(ref _missing) == 0)
        {
            timer.Dispose();
        }

        return first;
    }

    internal sealed override DeliveryFailure? Deliver(ulong index, Envelope envelope)
    {
        var slot = (int)(index - _first);
        if (envelope.Kind == EnvelopeKind.Fault)
        {
            var unread = TryOpen<Fault>(envelope, out var fault);
            Fill(slot, Failed(slots[slot], unread?.Detail ?? fault.ToString()));
            return unread;
        }

        if (envelope.Tally is { Replied: 0 } none)
        {
            Fill(slot, new(null, 0, none.Failed));
            return null;
        }

        if (envelope.TypeHash != reducer.ValueTypeHash)
        {
            var why = $"it replied {envelope.TypeName}, which {reducer.Uri} does not combine";
            Fill(slot, Failed(slots[slot], why));
            return new(DeliveryFailureKind.WrongType, why);
        }

        try
        {
            var value = reducer.Read(envelope.Body);
            Fill(slot, new(value, envelope.Tally?.Replied ?? 1, envelope.Tally?.Failed ?? []));
            return null;
        }
        catch (MessageFormatException e)
        {
            Fill(slot, Failed(slots[slot], e.Message));
            return new(DeliveryFailureKind.Malformed, e.Message);
        }
    }

    internal sealed override void OnProcLost(ProcId lost, DeliveryFailure why)
    {
        for (var slot = 0; slot < slots.Length; slot++)
        {
            if (gang.World.Proc((ulong)slots[slot].Low) == lost)
            {
                Fill(slot, Failed(slots[slot], why.Detail));
            }
        }
    }

    internal sealed override void Close(DeliveryFailure why) => FillAll(why.Detail);

    /// <summary>All slots are filled.</summary>
    /// <param name="value">What the replies were combined to; null if there were none.</param>
    /// <param name="tally">What became of the ranks.</param>
    private protected abstract void OnComplete(object? value, ReplyTally tally);

    private static Part Failed(RankRange ranks, string reason)
    {
        // Those below a node that is lost are lost with it; the text of the first says which node that was.
        var below = ranks.Count == 1 ? reason : $"its relay, rank {ranks.Low}, failed: {reason}";
        return new(null, 0, [.. Enumerable.Range(ranks.Low, ranks.Count)
            .Select(rank => new RankFailure(rank, rank == ranks.Low ? reason : below))]);
    }

    private void FillAll(string reason)
    {
        for (var slot = 0; slot < slots.Length; slot++)
        {
            Fill(slot, Failed(slots[slot], reason));
        }
    }

    private void Fill(int slot, Part part)
    {
        lock (_gate)
        {
            if (_parts[slot] is not null)
            {
                return;
            }

            _parts[slot] = part;
            if (--_missing > 0)
            {
                return;
            }
        }

        Volatile.Read(ref _deadline)?.Dispose();
        mailbox.Remove(_first, slots.Length);
        Complete();
    }

    private void Complete()
    {
        object? value = null;
        var replied = 0;
        List<RankFailure> failed = [];
        try
        {
            foreach (var part in _parts)
            {
                if (part!.Replied > 0)
                {
                    value = replied == 0 ? part.Value : reducer.Combine(value, part.Value);
                }

                replied += part.Replied;
                failed.AddRange(part.Failed);
            }
        }
        catch (Exception e)
        {
            // A reducer that throws costs the value, and everyone learns why; it does not leave anyone waiting.
            var all = new RankRange(slots[0].Low, slots[^1].High);
            OnComplete(null, new(0, Failed(all, $"{reducer.Uri} threw {e.GetType().Name}: {FailureText.MessageOf(e)}").Failed));
            return;
        }

        OnComplete(value, new(replied, failed));
    }

    /// <summary>What came of one part of the ranks.</summary>
    private sealed record Part(object? Value, int Replied, IReadOnlyList<RankFailure> Failed);
}
