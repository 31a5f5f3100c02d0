namespace DigitsTraining;

/// <summary>What the program returns to the shell.</summary>
internal static class ExitCode
{
    /// <summary>The model was trained.</summary>
    internal const int Done = 0;

    /// <summary>The job failed on the way: a trainer was lost, or broke.</summary>
    internal const int Failed = 1;

    /// <summary>The options or the data make no sense; nothing was started.</summary>
    internal const int BadInput = 2;
}
