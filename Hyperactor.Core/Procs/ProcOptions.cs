using Hyperactor.Channels;

namespace Hyperactor;

/// <summary>What a proc is made with: the seams to time, scheduling and chance, its settings, and who hears of fatal errors.</summary>
public sealed record ProcOptions
{
    /// <summary>The clock of everything in the proc.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where the actors run.</summary>
    public ActorScheduler Scheduler { get; init; } = ActorScheduler.ThreadPool;

    /// <summary>Where names and secrets are drawn from.</summary>
    public RandomSource Random { get; init; } = RandomSource.System;

    /// <summary>The settings; null for what <see cref="Config.Load"/> finds when the proc is made.</summary>
    public Config? Config { get; init; }

    /// <summary>The limits of actors and calls; null for those that the configuration says when the proc is made.</summary>
    public ActorLimits? Limits { get; init; }

    /// <summary>The limits of its links to other procs; null for those that the configuration says when the proc is made.</summary>
    public ChannelOptions? Channels { get; init; }

    /// <summary>Who hears of failures that nobody above the actor handled; by default they are kept for <see cref="Proc.Failure"/>.</summary>
    public IFatalErrorPolicy? FatalErrors { get; init; }

    /// <summary>The limits of links under the proc's clock.</summary>
    internal ChannelOptions Links => Channels! with { TimeProvider = Time };

    /// <summary>The same with everything that was left to the configuration.</summary>
    internal ProcOptions Configured()
    {
        var config = Config ?? Config.Load();
        return this with
        {
            Config = config,
            Limits = Limits ?? ActorLimits.From(config),
            Channels = Channels ?? ChannelOptions.From(config),
        };
    }
}
