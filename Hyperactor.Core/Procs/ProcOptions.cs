using Hyperactor.Channels;

namespace Hyperactor;

/// <summary>What a proc is made with: the seams to time, scheduling and chance, its limits, and who hears of fatal errors.</summary>
public sealed record ProcOptions
{
    /// <summary>The clock of everything in the proc.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where the actors run.</summary>
    public ActorScheduler Scheduler { get; init; } = ActorScheduler.ThreadPool;

    /// <summary>Where names and secrets are drawn from.</summary>
    public RandomSource Random { get; init; } = RandomSource.System;

    /// <summary>The limits of actors and calls.</summary>
    public ActorLimits Limits { get; init; } = new();

    /// <summary>The limits of its links to other procs.</summary>
    public ChannelOptions Channels { get; init; } = ChannelOptions.Default;

    /// <summary>Who hears of failures that nobody above the actor handled; by default they are kept for <see cref="Proc.Failure"/>.</summary>
    public IFatalErrorPolicy? FatalErrors { get; init; }
}
