using System.Diagnostics;
using Hyperactor.Tests.Casting;

namespace Hyperactor.Tests.Telemetry;

[NonParallelizable]
public sealed class TraceTests
{
    [Test]
    public async Task A_handler_is_a_span_below_that_of_its_caller()
    {
        using var spans = new Spans();
        await using var proc = Proc.Local();
        await using var client = proc.Attach("client");
        var actor = proc.Spawn("a", new TracedActor());
        string seen;
        using (var outer = spans.Source.StartActivity("outer")!)
        {
            seen = await actor.LookAsync(client, "hello", "secret").Soon();
            var inner = spans.One("TracedActor/Look");
            Assert.Multiple(() =>
            {
                Assert.That(seen, Is.EqualTo($"{outer.TraceId} {inner.SpanId}"));
                Assert.That(inner.ParentSpanId, Is.EqualTo(outer.SpanId));
                Assert.That(inner.Kind, Is.EqualTo(ActivityKind.Server));
                Assert.That(inner.Status, Is.EqualTo(ActivityStatusCode.Unset));
                Assert.That(Spans.Tags(inner), Is.EqualTo($"hyperactor.actor={actor.Id}, text=hello"));
            });
        }
    }

    [Test]
    public async Task A_trace_goes_through_handlers_that_are_not_traced()
    {
        using var spans = new Spans();
        await using var proc = Proc.Local();
        await using var client = proc.Attach("client");
        var last = proc.Spawn("last", new TracedActor());
        var middle = proc.Spawn("middle", new PassingActor());
        middle.Meet(client, last.Bind());
        var first = proc.Spawn("first", new TracedActor());
        await first.AskAsync(client, middle.Bind()).Soon();
        var (asked, looked) = (spans.One("TracedActor/Ask"), spans.One("TracedActor/Look"));
        Assert.Multiple(() =>
        {
            Assert.That(asked.Parent, Is.Null);
            Assert.That(asked.ParentSpanId, Is.EqualTo(default(ActivitySpanId)));
            Assert.That(looked.TraceId, Is.EqualTo(asked.TraceId));
            Assert.That(looked.ParentSpanId, Is.EqualTo(asked.SpanId));
        });
    }

    [Test]
    public async Task Messages_without_a_trace_begin_traces_of_their_own()
    {
        using var spans = new Spans();
        await using var proc = Proc.Local();
        await using var client = proc.Attach("client");
        var actor = proc.Spawn("a", new TracedActor());
        await actor.LookAsync(client, "1", "").Soon();
        await actor.Bind().LookAsync(client, "2", "").Soon();
        Assert.That(spans.Ended.Select(a => a.TraceId).Distinct().Count(), Is.EqualTo(2));
    }

    [Test]
    public async Task A_trace_that_is_not_sampled_is_propagated_all_the_same()
    {
        using var spans = new Spans(ActivitySamplingResult.PropagationData);
        await using var proc = Proc.Local();
        await using var client = proc.Attach("client");
        var actor = proc.Spawn("a", new PassingActor()).Bind();
        var (handle, receiver) = client.OpenPort<string>();
        using var outer = spans.Source.StartActivity("outer")!;
        outer.TraceStateString = "vendor=1";
        actor.SendTrace(client, handle.Bind());
        Assert.That(outer.Recorded, Is.False);
        Assert.That(await receiver.ReceiveAsync().Soon(), Is.EqualTo($"{outer.TraceId}-{outer.SpanId}-vendor=1"));
    }

    [Test]
    public async Task An_exception_is_recorded_and_the_span_ends()
    {
        using var spans = new Spans();
        await using var proc = Proc.Local();
        await using var client = proc.Attach("client");
        var actor = proc.Spawn("a", new TracedActor());
        var why = new string('w', 1000);
        actor.Break(client, why);
        await actor.Completion.Soon();
        var span = spans.One("TracedActor/Break");
        var tags = span.Events.Single().Tags.ToDictionary(t => t.Key, t => (string)t.Value!);
        Assert.Multiple(() =>
        {
            Assert.That(span.Kind, Is.EqualTo(ActivityKind.Consumer));
            Assert.That(span.Status, Is.EqualTo(ActivityStatusCode.Error));
            Assert.That(span.StatusDescription, Has.Length.LessThanOrEqualTo(256));
            Assert.That(span.GetTagItem("error.type"), Is.EqualTo("System.InvalidOperationException"));
            Assert.That((string)span.GetTagItem("why")!, Has.Length.EqualTo(256).And.EndsWith("…"));
            Assert.That(span.Events.Single().Name, Is.EqualTo("exception"));
            Assert.That(tags["exception.type"], Is.EqualTo("System.InvalidOperationException"));
            Assert.That(tags["exception.message"], Does.StartWith("www").And.EndsWith("…"));
            Assert.That(tags["exception.stacktrace"], Does.Contain("TracedActor.Break"));
        });
    }

    [Test]
    public async Task A_handler_that_is_killed_ends_its_span()
    {
        using var spans = new Spans();
        await using var proc = Proc.Local();
        await using var client = proc.Attach("client");
        var actor = proc.Spawn("a", new TracedActor());
        var gate = Guid.NewGuid().ToString();
        _ = actor.WaitAsync(client, gate).AsTask();
        await Gates.Of($"{gate}:entered").Soon();
        Assert.That(spans.Ended, Is.Empty);
        actor.Stop("enough", StopMode.Kill);
        await actor.Completion.Soon();
        var span = spans.One("TracedActor/Wait");
        Assert.That(span.IsStopped, Is.True);
        Assert.That(span.Status, Is.EqualTo(ActivityStatusCode.Error));
    }

    [Test]
    public async Task An_infallible_handler_is_a_span_without_the_error()
    {
        using var spans = new Spans();
        await using var proc = Proc.Local();
        await using var client = proc.Attach("client");
        var actor = proc.Spawn("a", new TracedActor());
        await Assert.ThrowsAsync<CallFaultedException>(async () => await actor.RefuseAsync(client).Soon());
        var span = spans.One("TracedActor/Refuse");
        Assert.That(span.Status, Is.EqualTo(ActivityStatusCode.Unset));
        Assert.That(span.Events, Is.Empty);
    }

    [Test]
    public async Task A_cast_carries_its_trace_over_relays_to_every_member()
    {
        using var spans = new Spans();
        await using var net = new TestNet(9);
        var gang = net.Spawn("traced", _ => new TracedActor());
        using var outer = spans.Source.StartActivity("outer")!;
        var (handle, receiver) = net.Client.OpenPort<string>();
        gang.Mark(net.Client, handle.Bind(), new() { Fanout = 2 });
        for (var i = 0; i < gang.Size; i++)
        {
            Assert.That(await receiver.ReceiveAsync().Soon(), Is.EqualTo(outer.TraceId.ToString()));
        }

        await Patience.Until(() => spans.Ended.Count() == gang.Size);
        Assert.That(spans.Ended.Select(a => a.ParentSpanId), Is.All.EqualTo(outer.SpanId));
    }

    [Test]
    public async Task An_actor_does_not_inherit_the_activity_of_whoever_runs_it()
    {
        using var spans = new Spans();
        var scheduler = new Inline();
        var proc = Proc.Local(new() { Scheduler = scheduler });
        await using var client = proc.Attach("client");
        var actor = proc.Spawn("a", new TracedActor());
        var look = actor.LookAsync(client, "x", "").AsTask();
        using (var foreign = spans.Source.StartActivity("foreign")!)
        {
            scheduler.RunAll();
            Assert.That(Activity.Current, Is.SameAs(foreign));
            Assert.That(spans.One("TracedActor/Look").TraceId, Is.Not.EqualTo(foreign.TraceId));
        }

        await look.Soon();
    }

    [Test]
    public async Task An_argument_that_cannot_be_printed_costs_its_tag_alone()
    {
        using var spans = new Spans();
        Assert.That(FreeMethods.Show(new Unprintable()), Is.EqualTo(1));
        Assert.That(spans.One("FreeMethods/Show").GetTagItem("value"), Is.EqualTo("<NotSupportedException>"));
        await Task.CompletedTask;
    }

    private sealed class Unprintable
    {
        public override string ToString() => throw new NotSupportedException();
    }
}
