namespace Hyperactor.Telemetry;

/// <summary>
/// What the runtime measures of itself (docs/telemetry.md). While nobody listens, each of these costs one branch. Every
/// message that is sent is, in the end, counted once as delivered, returned or abandoned, in the process where that
/// happened.
/// </summary>
internal static class RuntimeMetrics
{
    internal static readonly Counter Sent = Metrics.Counter(
        "hyperactor.messages.sent", "{message}",
        "Messages and calls that were sent; a cast counts once for each rank.");

    internal static readonly Counter Delivered = Metrics.Counter(
        "hyperactor.messages.delivered", "{message}", "Messages and calls that a handler or a port has taken.");

    internal static readonly Counter Returned = Metrics.Counter(
        "hyperactor.messages.returned", "{message}",
        "Messages and calls that were not delivered; their senders were told.", "reason");

    internal static readonly Counter Abandoned = Metrics.Counter(
        "hyperactor.messages.abandoned", "{message}",
        "Calls that nobody waited for any more when their turn came; they were not handled.");

    internal static readonly Counter LateReplies = Metrics.Counter(
        "hyperactor.replies.late", "{reply}", "Outcomes that came when nobody waited for them any more.");

    internal static readonly Counter EnvelopesDropped = Metrics.Counter(
        "hyperactor.envelopes.dropped", "{envelope}",
        "Envelopes that nobody could be told of: unreadable, or themselves a return.", "reason");

    internal static readonly UpDownCounter MailboxDepth = Metrics.UpDownCounter(
        "hyperactor.mailbox.depth", "{message}", "Messages that wait in the queues of actors.", "actor.type");

    internal static readonly MetricTimer HandlerDuration = Metrics.Timer(
        "hyperactor.handler.duration",
        "How long handlers took, their awaits included.", "actor.type", "handler", "outcome");

    internal static readonly UpDownCounter ActorsActive = Metrics.UpDownCounter(
        "hyperactor.actors.active", "{actor}", "Actors that have not ended.", "actor.type");

    internal static readonly Counter ActorsFailed = Metrics.Counter(
        "hyperactor.actors.failed", "{actor}", "Actors that failed.", "actor.type");

    internal static readonly Counter ActorsLeftBehind = Metrics.Counter(
        "hyperactor.actors.left_behind", "{actor}",
        "Actors that still ran when their parent had waited long enough.", "actor.type");

    internal static readonly Counter SupervisionEvents = Metrics.Counter(
        "hyperactor.supervision.events", "{event}", "Failures of actors, by what became of them above.", "outcome");

    internal static readonly UpDownCounter ProcsActive = Metrics.UpDownCounter(
        "hyperactor.procs.active", "{proc}", "Procs in this process that were not disposed.");

    internal static readonly Counter ProcsLost = Metrics.Counter(
        "hyperactor.procs.lost", "{proc}", "Other procs that could not be reached, or whose link ended.");

    internal static readonly Histogram CastFanout = Metrics.Histogram(
        "hyperactor.cast.fanout", "{rank}", "How many ranks casts went to.");

    internal static readonly UpDownCounter Connections = Metrics.UpDownCounter(
        "hyperactor.channel.connections", "{connection}", "Links that are open.");

    internal static readonly Counter ConnectionErrors = Metrics.Counter(
        "hyperactor.channel.connection_errors", "{error}",
        "Connections that failed before they were links.", "operation");

    internal static readonly Counter CallbackErrors = Metrics.Counter(
        "hyperactor.channel.callback_errors", "{error}", "Callbacks of links that threw.", "operation");

    internal static readonly Counter BytesSent = Metrics.Counter(
        "hyperactor.channel.sent", "By", "Bytes that links have written, hellos not counted.");

    internal static readonly Counter BytesReceived = Metrics.Counter(
        "hyperactor.channel.received", "By", "Bytes that links have read, hellos not counted.");

    internal static readonly Histogram FrameSize = Metrics.Histogram(
        "hyperactor.channel.frame.size", "By", "Sizes of the frames that links have written: one message each.");

    internal static readonly Counter QueueFull = Metrics.Counter(
        "hyperactor.channel.queue_full", "{frame}", "Frames that a link refused because its queue was at its limit.");

    internal static readonly MetricTimer OperationDuration = Metrics.Timer(
        "hyperactor.operation.duration",
        "How long methods marked [Instrument] took that are no handlers.", "operation", "outcome");

    internal static readonly Counter TagsLimited = Metrics.Counter(
        "hyperactor.telemetry.tags_limited", "{tag}",
        "Tags that have more values than are told apart.", "instrument", "tag");

    /// <summary>Whether the handling of messages is to be measured.</summary>
    internal static bool ObservesHandling => Delivered.Enabled | HandlerDuration.Enabled;

    /// <summary>Whether the queueing of messages is to be measured. One branch for both.</summary>
    internal static bool ObservesPosting => Sent.Enabled | MailboxDepth.Enabled;

    internal static void CountSent(long count = 1)
    {
        if (Sent.Enabled)
        {
            Sent.Add(count);
        }
    }

    internal static void CountDelivered()
    {
        if (Delivered.Enabled)
        {
            Delivered.Add(1);
        }
    }

    internal static void CountReturned(string reason, long count = 1) => Returned.Add(count, reason);
}
