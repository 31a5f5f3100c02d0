using Hyperactor.Worlds;

namespace DigitsTraining;

/// <summary>What to train on and how.</summary>
internal sealed record TrainingOptions
{
    /// <summary>How many trainers there are, each in a proc of its own.</summary>
    public int Procs { get; init; } = 4;

    /// <summary>How many times the weights are cast and a gradient comes back.</summary>
    public int Epochs { get; init; } = 100;

    /// <summary>What starts the procs.</summary>
    public LauncherKind Launcher { get; init; } = LauncherKind.Processes;

    /// <summary>How the procs reach one another.</summary>
    public WorldTransport Transport { get; init; } = WorldTransport.Unix;

    /// <summary>Where the weights start.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The data; by default the digits that come with the program.</summary>
    public string Data { get; init; } = DigitsFile.Default;
}
