namespace DigitsTraining;

/// <summary>What starts the procs.</summary>
internal enum LauncherKind
{
    /// <summary>One process of this machine for each.</summary>
    Processes,

    /// <summary>All inside this process.</summary>
    InProcess,
}
