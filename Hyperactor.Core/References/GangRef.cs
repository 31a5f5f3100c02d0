namespace Hyperactor;

/// <summary>
/// The address of all actors that share a name in a world: a name and a size, however many they are. May travel in
/// messages.
/// </summary>
/// <typeparam name="TActor">The members' class, or a protocol that they implement.</typeparam>
public readonly record struct GangRef<TActor>
{
    /// <summary>Refers to a gang.</summary>
    /// <param name="id">The gang.</param>
    /// <param name="size">How many members it has: the ranks are 0 to <paramref name="size"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is not positive.</exception>
    public GangRef(GangId id, int size)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        Id = id;
        Size = size;
    }

    /// <summary>The gang.</summary>
    public GangId Id { get; }

    /// <summary>How many members it has.</summary>
    public int Size { get; }

    /// <summary>The member at <paramref name="rank"/>: computed, not looked up.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such rank.</exception>
    public ActorRef<TActor> this[int rank]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(rank);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(rank, Size);
            return new(Id.Member((ulong)rank));
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Id}<{typeof(TActor).Name}>";
}
