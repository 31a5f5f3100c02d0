using System.Diagnostics;

namespace Hyperactor.Messages;

/// <summary>
/// The place in a trace that messages belong to, as W3C Trace Context describes it (https://www.w3.org/TR/trace-context).
/// One object goes from message to message for as long as nobody starts an activity.
/// </summary>
internal sealed class TraceContext(ActivityContext context)
{
    /// <summary>How long a trace state may be, in chars; a longer one is left out, as the standard allows.</summary>
    private const int StateMax = 512;

    /// <summary>The place.</summary>
    internal ActivityContext Context => context;

    /// <summary>The head of a message that carries this and nothing else.</summary>
    internal MessageHead Head => field ??= new() { Trace = this };

    /// <summary>The place as the header <c>traceparent</c>.</summary>
    internal string Parent => $"00-{context.TraceId.ToHexString()}-{context.SpanId.ToHexString()}-{Flags}";

    /// <summary>What the header <c>tracestate</c> holds, if anything.</summary>
    internal string? State => context.TraceState is { Length: > 0 and <= StateMax } state ? state : null;

    private string Flags => context.TraceFlags.HasFlag(ActivityTraceFlags.Recorded) ? "01" : "00";

    /// <summary>
    /// What a message that is sent now belongs to: the current activity, or else the trace of the message at hand.
    /// </summary>
    internal static TraceContext? Outgoing(TraceContext? atHand) =>
        Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity ? new(activity.Context) : atHand;

    /// <summary>Reads what came from elsewhere; null if it is no place in a trace.</summary>
    internal static TraceContext? Parse(string? parent, string? state) =>
        ActivityContext.TryParse(parent, state is { Length: <= StateMax } ? state : null, isRemote: true, out var context)
            ? new(context)
            : null;
}
