using System.Diagnostics;

namespace Hyperactor.Tests.Telemetry;

/// <summary>Methods that are no handlers, whose calls the compiler redirected.</summary>
[NonParallelizable]
public sealed class InstrumentTests
{
    [Test]
    public async Task A_call_is_a_span_until_its_task_ends_and_is_measured()
    {
        using var spans = new Spans();
        using var seen = new Recorded();
        var gate = new TaskCompletionSource();
        using var outer = spans.Source.StartActivity("outer")!;
        var call = FreeMethods.WaitAsync(gate.Task, fail: false);
        Assert.That(Activity.Current, Is.SameAs(outer));
        Assert.That(spans.Ended, Is.Empty);
        gate.SetResult();
        await call.Soon();
        var span = spans.One("FreeMethods/WaitAsync");
        Assert.Multiple(() =>
        {
            Assert.That(span.ParentSpanId, Is.EqualTo(outer.SpanId));
            Assert.That(span.Kind, Is.EqualTo(ActivityKind.Internal));
            Assert.That(span.GetTagItem("fail"), Is.EqualTo(false));
            Assert.That(
                seen.Of("hyperactor.operation.duration").Single().Tags,
                Is.EqualTo("operation=FreeMethods/WaitAsync, outcome=ok"));
        });
    }

    [Test]
    public void A_call_that_fails_is_recorded_and_keeps_its_exception()
    {
        using var spans = new Spans();
        using var seen = new Recorded();
        Assert.That(
            async () => await FreeMethods.WaitAsync(Task.CompletedTask, fail: true).Soon(),
            Throws.InvalidOperationException.With.Message.EqualTo("failed"));
        Assert.That(
            async () => await FreeMethods.CancelAsync(new(true)).AsTask().Soon(), Throws.InstanceOf<OperationCanceledException>());
        Assert.Multiple(() =>
        {
            Assert.That(spans.One("FreeMethods/WaitAsync").Status, Is.EqualTo(ActivityStatusCode.Error));
            Assert.That(spans.One("FreeMethods/WaitAsync").Events.Single().Name, Is.EqualTo("exception"));
            Assert.That(seen.Sum("hyperactor.operation.duration", ("outcome", "error")), Is.GreaterThanOrEqualTo(0));
            Assert.That(
                seen.Of("hyperactor.operation.duration").Select(m => m.Tags),
                Is.EqualTo(new[] { "operation=FreeMethods/WaitAsync, outcome=error", "operation=FreeMethods/CancelAsync, outcome=cancelled" }));
        });
    }

    [Test]
    public void A_call_is_measured_although_nobody_traces()
    {
        using var seen = new Recorded();
        Assert.That(FreeMethods.Add(1, 2), Is.EqualTo(3));
        Assert.That(seen.Of("hyperactor.operation.duration").Single().Tags, Is.EqualTo("operation=FreeMethods/Add, outcome=ok"));
    }

    [Test]
    public void A_call_that_nobody_watches_allocates_nothing()
    {
        FreeMethods.Add(1, 2);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var sum = 0;
        for (var i = 0; i < 1000; i++)
        {
            sum += FreeMethods.Add(i, 1);
        }

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
        Assert.That(sum, Is.Positive);
    }
}
