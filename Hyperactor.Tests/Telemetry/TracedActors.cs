using System.Diagnostics;

namespace Hyperactor.Tests.Telemetry;

/// <summary>A handler that is traced, and what can happen to it.</summary>
[Export(Spawn = true)]
public sealed partial class TracedActor : Actor
{
    /// <summary>The trace that the message at hand belongs to, and the activity that runs.</summary>
    [Handler, Instrument(Skip = [nameof(secret)])]
    private ValueTask<string> Look(Context cx, string text, string secret) =>
        new($"{cx.Trace.TraceId} {Activity.Current?.SpanId}");

    [Handler, Instrument]
    private async ValueTask<string> Ask(Context cx, ActorRef<PassingActor> next) => await next.PassAsync(cx, "over");

    [Handler, Instrument]
    private void Break(Context cx, string why) => throw new InvalidOperationException(why);

    [Handler, Instrument]
    private async ValueTask Wait(Context cx, string gate, CancellationToken stopping)
    {
        Gates.Open($"{gate}:entered");
        await Gates.Of(gate).WaitAsync(stopping);
    }

    [Handler, Instrument(Infallible = true)]
    private ValueTask<int> Refuse() => throw new CallFaultException("not today");

    [Handler(Cast = true), Instrument]
    private void Mark(Context cx, [Include] PortRef<string> back) => back.Send(cx, cx.Trace.TraceId.ToString());
}

/// <summary>Passes on what it gets, and is not traced itself.</summary>
[Export]
public sealed partial class PassingActor : Actor
{
    private ActorRef<TracedActor> _next;

    [Handler]
    private void Meet(ActorRef<TracedActor> next) => _next = next;

    /// <summary>Hands the message on after an await, as a call.</summary>
    [Handler]
    private async ValueTask<string> Pass(Context cx, string text)
    {
        await Task.Yield();
        return await _next.LookAsync(cx, text, "secret");
    }

    [Handler]
    private ValueTask<string> Headers(Context cx) => new(cx.Headers.ToString());

    [Handler]
    private void SendHeaders(Context cx, PortRef<string> back)
    {
        back.Send(cx, cx.Headers.ToString());
        cx.Headers.Clear();
    }

    [Handler]
    private void SendTrace(Context cx, PortRef<string> back) => back.Send(cx, $"{cx.Trace.TraceId}-{cx.Trace.SpanId}-{cx.Trace.TraceState}");
}
