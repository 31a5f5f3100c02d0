namespace Hyperactor.Sync;

/// <summary>
/// A queue of many producers and one consumer, without memory of its own. Producers push onto a stack (Treiber, 1986);
/// the consumer takes the whole stack at once and turns it round.
/// <code>
/// _head:  null → items → null      push: compare-and-swap, by anyone; take: exchange, by the consumer
///           any → Closed           close: exchange, by the consumer; final, push then says false
/// </code>
/// </summary>
internal struct Lane
{
    private static readonly LaneItem Closed = new ClosedMark();

    private LaneItem? _head;
    private LaneItem? _taken;

    /// <summary>Whether nothing is queued. For the consumer; producers may prove it wrong at once.</summary>
    internal readonly bool IsEmpty
    {
        get
        {
            var head = Volatile.Read(in _head);
            return _taken is null && (head is null || ReferenceEquals(head, Closed));
        }
    }

    /// <summary>Appends an item; false if the lane is closed.</summary>
    internal bool TryPush(LaneItem item) => TryPush(item, out _);

    /// <summary>Appends an item; false if the lane is closed.</summary>
    /// <param name="item">The item; in no other lane, and once.</param>
    /// <param name="first">Whether no other was there that the consumer has not taken: it may be asleep.</param>
    internal bool TryPush(LaneItem item, out bool first)
    {
        while (true)
        {
            var head = Volatile.Read(ref _head);
            first = head is null;
            if (ReferenceEquals(head, Closed))
            {
                return false;
            }

            item.Next = head;
            if (Interlocked.CompareExchange(ref _head, item, head) == head)
            {
                return true;
            }
        }
    }

    /// <summary>Takes the oldest item, or null. For the consumer.</summary>
    internal LaneItem? Pop()
    {
        if (_taken is null)
        {
            var head = Volatile.Read(ref _head);
            if (head is null || ReferenceEquals(head, Closed))
            {
                return null;
            }

            _taken = Turn(Interlocked.Exchange(ref _head, null));
        }

        var item = _taken;
        _taken = item!.Next;
        item.Next = null;
        return item;
    }

    /// <summary>Refuses items from now on; those that were accepted can still be popped. For the consumer.</summary>
    internal void Close()
    {
        var head = Interlocked.Exchange(ref _head, Closed);
        if (head is null || ReferenceEquals(head, Closed))
        {
            return;
        }

        var rest = Turn(head);
        if (_taken is null)
        {
            _taken = rest;
            return;
        }

        var last = _taken;
        while (last.Next is { } next)
        {
            last = next;
        }

        last.Next = rest;
    }

    private static LaneItem? Turn(LaneItem? newestFirst)
    {
        LaneItem? oldestFirst = null;
        while (newestFirst is { } item)
        {
            newestFirst = item.Next;
            item.Next = oldestFirst;
            oldestFirst = item;
        }

        return oldestFirst;
    }

    private sealed class ClosedMark : LaneItem;
}
