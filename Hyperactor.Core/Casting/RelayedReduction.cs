using Hyperactor.Actors;
using Hyperactor.Failures;
using Hyperactor.Mailboxes;
using Hyperactor.Messages;

namespace Hyperactor.Casting;

/// <summary>The replies below a relay; combined, they go on to the slot of the node above.</summary>
internal sealed class RelayedReduction(
    ActorHost host, Mailbox mailbox, GangId gang, RankRange[] slots, Reducer reducer, PortId above)
    : ReducePort(mailbox, gang, slots, reducer)
{
    private readonly ActorId _relay = mailbox.Owner;

    private protected override void OnComplete(object? value, ReplyTally tally)
    {
        Body body = default;
        try
        {
            body = tally.Replied == 0 ? default : Reducer.Write(value);
        }
        catch (Exception e)
        {
            tally = new(0, [.. tally.Failed, new(Low, $"the combined reply cannot be written: {FailureText.MessageOf(e)}")]);
        }

        host.Post(new(EnvelopeKind.Reply, _relay, above, Reducer.ValueTypeHash, [], body) { Tally = tally });
    }
}
