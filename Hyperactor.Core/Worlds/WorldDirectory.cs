namespace Hyperactor.Worlds;

/// <summary>The actor of a coordinator that knows who has joined, and where everyone listens.</summary>
[Named("hyperactor.WorldDirectory"), Export]
internal sealed partial class WorldDirectory(int size, Action<int> joined, Action<int, string> failed) : Actor
{
    /// <summary>Its name in the coordinator's proc.</summary>
    internal const string Name = "hyperactor_directory";

    private readonly string?[] _addresses = new string?[size];

    /// <summary>A proc is up and listens.</summary>
    [Handler]
    private ValueTask Join(int rank, string address)
    {
        if (rank < 0 || rank >= size || _addresses[rank] is not null)
        {
            throw new CallFaultException($"There is no room for rank {rank} in a world of {size}.");
        }

        _addresses[rank] = address;
        joined(rank);
        return default;
    }

    /// <summary>Where a proc listens.</summary>
    [Handler]
    private ValueTask<string> AddressOf(int rank) => rank >= 0 && rank < size && _addresses[rank] is { } address
        ? new(address)
        : throw new CallFaultException($"Rank {rank} has not joined.");

    /// <summary>An actor failed somewhere and nobody above it handled that.</summary>
    [Handler]
    private void Fail(int rank, string reason) => failed(rank, reason);
}
