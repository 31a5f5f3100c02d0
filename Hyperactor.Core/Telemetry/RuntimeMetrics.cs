using System.Diagnostics.Metrics;

namespace Hyperactor.Telemetry;

/// <summary>The counters of the runtime, under the meter <c>Hyperactor</c>. None is touched on the way of a good message.</summary>
internal static class RuntimeMetrics
{
    private static readonly Meter Meter = new("Hyperactor");

    /// <summary>Messages that were not delivered, by kind of reason.</summary>
    private static readonly Counter<long> Undelivered = Meter.CreateCounter<long>(
        "hyperactor.messages.undelivered", "{message}", "Messages that were not delivered.");

    /// <summary>Outcomes that came when nobody waited any more.</summary>
    private static readonly Counter<long> Late = Meter.CreateCounter<long>(
        "hyperactor.replies.late", "{reply}", "Outcomes that came when nobody waited for them any more.");

    /// <summary>Actors that failed.</summary>
    private static readonly Counter<long> Failures = Meter.CreateCounter<long>(
        "hyperactor.actors.failed", "{actor}", "Actors that failed and whose failure nobody above handled.");

    /// <summary>Actors that did not stop in time.</summary>
    private static readonly Counter<long> LeftBehind = Meter.CreateCounter<long>(
        "hyperactor.actors.left_behind", "{actor}", "Actors that still ran when their parent had waited long enough.");

    /// <summary>Connections that came to nothing, and callbacks of links that threw.</summary>
    private static readonly Counter<long> LinkFaults = Meter.CreateCounter<long>(
        "hyperactor.links.faults", "{fault}", "Connections that failed before they were links, and faults within links.");

    internal static void CountLinkFault(string where) =>
        LinkFaults.Add(1, new KeyValuePair<string, object?>("where", where));

    internal static void CountUndelivered(string reason) => Undelivered.Add(1, new KeyValuePair<string, object?>("reason", reason));

    internal static void CountLate() => Late.Add(1);

    internal static void CountFailure() => Failures.Add(1);

    internal static void CountLeftBehind() => LeftBehind.Add(1);
}
