using System.Globalization;
using Hyperactor.Failures;

namespace Hyperactor;

/// <summary>A checkpoint could not be saved, or one that is there could not be loaded. The message says why.</summary>
public sealed class CheckpointException : Exception
{
    private CheckpointException(string message, ulong? sequence, Exception? cause)
        : base(message, cause) => Sequence = sequence;

    /// <summary>The checkpoint that could not be loaded; null if it is about saving, or about all of them.</summary>
    public ulong? Sequence { get; }

    /// <summary>Saving failed.</summary>
    /// <param name="cause">What went wrong.</param>
    public static CheckpointException Save(Exception cause)
    {
        ArgumentNullException.ThrowIfNull(cause);
        return new($"The checkpoint was not saved: {FailureText.MessageOf(cause)}", null, cause);
    }

    /// <summary>Loading failed.</summary>
    /// <param name="sequence">The checkpoint.</param>
    /// <param name="cause">What went wrong.</param>
    public static CheckpointException Load(ulong sequence, Exception cause)
    {
        ArgumentNullException.ThrowIfNull(cause);
        return OfLoad(sequence, FailureText.MessageOf(cause), cause);
    }

    internal static CheckpointException OfRemoval(Exception cause) => new(
        $"The checkpoint was saved, but older files were not removed: {FailureText.MessageOf(cause)}", null, cause);

    internal static CheckpointException OfListing(Exception cause) => new(
        $"The checkpoints cannot be listed: {FailureText.MessageOf(cause)}", null, cause);

    internal static CheckpointException OfLoad(ulong sequence, string why, Exception? cause = null) => new(
        string.Create(CultureInfo.InvariantCulture, $"Checkpoint {sequence} was not loaded: {why}"), sequence, cause);
}
