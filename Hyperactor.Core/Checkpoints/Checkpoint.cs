namespace Hyperactor.Checkpoints;

/// <summary>A state that was loaded.</summary>
/// <typeparam name="T">The state, or what was made of it.</typeparam>
/// <param name="Sequence">The number that it was saved under.</param>
/// <param name="State">The state.</param>
public sealed record Checkpoint<T>(ulong Sequence, T State);

/// <summary>A file that was passed over because it is torn or corrupt.</summary>
/// <param name="Path">The file.</param>
/// <param name="Reason">What is wrong with it.</param>
public sealed record SkippedCheckpoint(string Path, string Reason);

/// <summary>What was found.</summary>
/// <typeparam name="T">The state, or what was made of it.</typeparam>
/// <param name="Latest">The newest whole checkpoint; null if there is none.</param>
/// <param name="Skipped">Newer ones that were passed over, the newest first.</param>
public sealed record CheckpointLoad<T>(Checkpoint<T>? Latest, IReadOnlyList<SkippedCheckpoint> Skipped);
