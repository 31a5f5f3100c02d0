namespace Hyperactor.Checkpoints;

/// <summary>What <see cref="CheckpointFiles{TState}"/> keeps.</summary>
public sealed record CheckpointOptions
{
    /// <summary>How many checkpoints are kept, the one just saved included. At least 1; 3 by default.</summary>
    public int Keep { get; init; } = 3;

    /// <summary>The greatest file, in bytes, that is written or read. 1 GiB by default.</summary>
    public int FileBytesMax { get; init; } = 1 << 30;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Keep, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(FileBytesMax, CheckpointFormat.HeaderBytes);
    }
}
