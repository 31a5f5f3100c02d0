namespace Hyperactor.Sync;

/// <summary>What has become of a <see cref="TaskGroup"/>. It leaves <see cref="Running"/> once, for good.</summary>
public enum TaskGroupStatus
{
    /// <summary>Takes tasks, or waits for the last of them.</summary>
    Running,

    /// <summary>It was closed, and all its tasks have ended without a failure.</summary>
    Completed,

    /// <summary>A task failed, or somebody said so; the others were cancelled.</summary>
    Failed,

    /// <summary>It was aborted or disposed, or the token that it was given was cancelled.</summary>
    Aborted,
}
