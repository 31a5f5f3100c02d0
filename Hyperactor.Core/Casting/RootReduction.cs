using Hyperactor.Mailboxes;
using Hyperactor.Messages;

namespace Hyperactor.Casting;

/// <summary>The replies of a whole gang; combined, they are the result that the asker waits for.</summary>
/// <typeparam name="T">What the members reply.</typeparam>
internal sealed class RootReduction<T>(Mailbox mailbox, GangId gang, int size, RankRange[] slots, Reducer reducer)
    : ReducePort(mailbox, gang, slots, reducer)
{
    /// <summary>The result that is waited for.</summary>
    internal PendingReply<CastResult<T>> Result { get; } = new();

    private protected override void OnComplete(object? value, ReplyTally tally) => Result.TrySet(
        new(value is null ? default! : (T)value, size, tally.Replied, [.. tally.Failed.OrderBy(f => f.Rank)]));
}
