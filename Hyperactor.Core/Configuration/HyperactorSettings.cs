namespace Hyperactor;

/// <summary>
/// Every setting of the runtime, and the one place of its default. What is not here is no choice: limits of the wire that
/// all processes must share, and constants that nobody should have to know (docs/configuration.md). A time span ends at 24 days, because the
/// platform's timers end at 49 and some wait twice.
/// </summary>
public static partial class HyperactorSettings
{
    /// <summary>Actors and calls: see <see cref="ActorLimits"/>.</summary>
    [DeclareAttrs("hyperactor.actors")]
    public static partial class Actors
    {
        /// <summary>How many messages an actor handles before it gives way to others.</summary>
        [Setting(Default = "64", Unit = "messages", Minimum = "1")]
        public static partial Setting<int> MessagesPerTurn { get; }

        /// <summary>How long a call over references waits; then it ends as expired.</summary>
        [Setting(Default = "30s", Minimum = "1ms", Maximum = "24d")]
        public static partial Setting<TimeSpan> CallDeadline { get; }

        /// <summary>How long an actor waits for its children to stop, and then again after it has killed the late ones.</summary>
        [Setting(Default = "5s", Minimum = "1ms", Maximum = "24d")]
        public static partial Setting<TimeSpan> StopDeadline { get; }

        /// <summary>How many returned messages a client keeps for its owner; older ones give way.</summary>
        [Setting(Default = "1024", Unit = "messages", Minimum = "1")]
        public static partial Setting<int> ReturnedMessagesMax { get; }

        /// <summary>How many of its last events an actor remembers, to be told with its failure; 0 for none.</summary>
        [Setting(Default = "32", Unit = "events", Minimum = "0")]
        public static partial Setting<int> RecordedEventsMax { get; }
    }

    /// <summary>Links between procs: see <see cref="Hyperactor.Channels.ChannelOptions"/>.</summary>
    [DeclareAttrs("hyperactor.channels")]
    public static partial class Channels
    {
        /// <summary>Whether plain TCP may leave the machine; it is neither private nor authenticated.</summary>
        [Setting(Default = "false")]
        public static partial Setting<bool> AllowRemote { get; }

        /// <summary>The largest payload of one frame, sent or received. All procs of a world must have the same.</summary>
        [Setting(Default = "64MiB", Unit = "bytes", Minimum = "1", Maximum = "1GiB")]
        public static partial Setting<int> MaxFrameBytes { get; }

        /// <summary>How much may wait in one link's queue.</summary>
        [Setting(Default = "64MiB", Unit = "bytes", Minimum = "1")]
        public static partial Setting<long> MaxQueueBytes { get; }

        /// <summary>How many messages may wait for one link to open.</summary>
        [Setting(Default = "65536", Unit = "messages", Minimum = "1")]
        public static partial Setting<int> MaxWaitingMessages { get; }

        /// <summary>How many accepted connections may be in the middle of their hello, for each listener.</summary>
        [Setting(Default = "256", Unit = "connections", Minimum = "1")]
        public static partial Setting<int> MaxPendingHellos { get; }

        /// <summary>How many links one listener keeps; later ones are refused as busy.</summary>
        [Setting(Default = "65536", Unit = "links", Minimum = "1")]
        public static partial Setting<int> MaxLinks { get; }

        /// <summary>How many connections may wait to be accepted.</summary>
        [Setting(Default = "512", Unit = "connections", Minimum = "1")]
        public static partial Setting<int> ListenBacklog { get; }

        /// <summary>How long a connection may take to come about.</summary>
        [Setting(Default = "10s", Minimum = "1ms", Maximum = "24d")]
        public static partial Setting<TimeSpan> ConnectTimeout { get; }

        /// <summary>How long the peer may take to say hello once connected.</summary>
        [Setting(Default = "10s", Minimum = "1ms", Maximum = "24d")]
        public static partial Setting<TimeSpan> HelloTimeout { get; }

        /// <summary>How long a close waits for the queue to leave and the peer to end.</summary>
        [Setting(Default = "5s", Minimum = "1ms", Maximum = "24d")]
        public static partial Setting<TimeSpan> CloseTimeout { get; }

        /// <summary>How long a listener rests after an accept that failed.</summary>
        [Setting(Default = "100ms", Minimum = "1ms", Maximum = "24d")]
        public static partial Setting<TimeSpan> AcceptRetryDelay { get; }
    }

    /// <summary>Casts: see <see cref="CastOptions"/>.</summary>
    [DeclareAttrs("hyperactor.casting")]
    public static partial class Casting
    {
        /// <summary>How many parts each node of the tree hands on to.</summary>
        [Setting(Default = "8", Unit = "parts", Minimum = "2", Maximum = "64")]
        public static partial Setting<int> Fanout { get; }

        /// <summary>How long replies are waited for; after that the ranks that are missing have failed.</summary>
        [Setting(Default = "30s", Minimum = "1ms", Maximum = "24d")]
        public static partial Setting<TimeSpan> Deadline { get; }
    }

    /// <summary>What a process does once: see <see cref="HyperactorProcessOptions"/>.</summary>
    [DeclareAttrs("hyperactor.processes")]
    public static partial class Processes
    {
        /// <summary>How long all cleanups together may take when a signal ends the process.</summary>
        [Setting(Default = "10s", Minimum = "1ms", Maximum = "24d")]
        public static partial Setting<TimeSpan> CleanupTimeout { get; }

        /// <summary>How long one cleanup may take before the next one runs.</summary>
        [Setting(Default = "5s", Minimum = "1ms", Maximum = "24d")]
        public static partial Setting<TimeSpan> CleanupTimeoutEach { get; }

        /// <summary>Whether output and errors go to a file when a signal comes and either stream is broken.</summary>
        [Setting(Default = "true")]
        public static partial Setting<bool> RedirectBrokenStreams { get; }
    }

    /// <summary>Launching and stopping worlds: see <see cref="Hyperactor.Worlds.WorldOptions"/>.</summary>
    [DeclareAttrs("hyperactor.worlds")]
    public static partial class Worlds
    {
        /// <summary>How long all procs together may take to join; if one is late, none is kept.</summary>
        [Setting(Default = "30s", Minimum = "1ms", Maximum = "24d")]
        public static partial Setting<TimeSpan> JoinDeadline { get; }

        /// <summary>How long procs may take to stop in order; then they are killed and named.</summary>
        [Setting(Default = "5s", Minimum = "1ms", Maximum = "24d")]
        public static partial Setting<TimeSpan> StopDeadline { get; }
    }
}
