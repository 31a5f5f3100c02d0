using System.Diagnostics;
using Hyperactor.Data;
using Hyperactor.Messages;

namespace Hyperactor.Tests.Telemetry;

[NonParallelizable]
public sealed class HeaderTests
{
    private static readonly AttrKey<string> Tenant = AttrKey.Define<string>("test.tenant");
    private static readonly AttrKey<int> Retries = AttrKey.Define<int>("test.retries");
    private static readonly AttrKey<string> Parent = AttrKey.Define<string>("traceparent");
    private static readonly AttrKey<Action> Codeless = AttrKey.Define<Action>("test.codeless");
    private static readonly ActorId Someone = new WorldId("w").Proc(0).Actor("a");

    [OneTimeSetUp]
    public void Declare()
    {
        AttrCatalog.Register(Tenant);
        AttrCatalog.Register(Retries);
    }

    private static Attrs Some => new Attrs().Set(Tenant, "acme").Set(Retries, 2);

    [Test]
    public async Task Headers_go_with_messages_over_handles_and_references()
    {
        await using var proc = Proc.Local();
        await using var client = proc.Attach("client");
        var actor = proc.Spawn("a", new PassingActor());
        var (handle, receiver) = client.OpenPort<string>();
        var expected = Some.ToString();
        actor.Send(client, PassingActor.HandlerTable.SendHeaders, new(handle.Bind()), Some);
        Assert.That(await receiver.ReceiveAsync().Soon(), Is.EqualTo(expected));
        actor.Bind().Send(client, new PassingActor.SendHeadersMessage(handle.Bind()), Some);
        Assert.That(await receiver.ReceiveAsync().Soon(), Is.EqualTo(expected));
        var local = await actor.CallAsync(client, PassingActor.HandlerTable.Headers, default, Some, default).Soon();
        var remote = await actor.Bind().CallAsync<PassingActor, PassingActor.HeadersMessage, string>(client, default, Some, default).Soon();
        Assert.That((local, remote), Is.EqualTo((expected, expected)));
        Assert.That(await actor.HeadersAsync(client).Soon(), Is.EqualTo("Attrs {}"));
    }

    [Test]
    public async Task Headers_cross_a_socket_with_the_trace_and_without_showing_it()
    {
        using var spans = new Spans();
        await using var procs = await LinkedProcs.LinkAsync();
        var actor = procs.There.Spawn("a", new PassingActor()).Bind();
        using var outer = spans.Source.StartActivity("outer")!;
        var headers = await actor.CallAsync<PassingActor, PassingActor.HeadersMessage, string>(procs.Client, default, Some, default).Soon();
        Assert.That(headers, Is.EqualTo(Some.ToString()));
    }

    [Test]
    public async Task Headers_are_the_senders_own_once_they_are_sent()
    {
        var scheduler = new Inline();
        var proc = Proc.Local(new() { Scheduler = scheduler });
        await using var client = proc.Attach("client");
        var actor = proc.Spawn("a", new PassingActor());
        var headers = Some;
        var local = actor.CallAsync(client, PassingActor.HandlerTable.Headers, default, headers, default).AsTask();
        var remote = actor.Bind().CallAsync<PassingActor, PassingActor.HeadersMessage, string>(client, default, headers, default).AsTask();
        headers.Set(Tenant, "other");
        scheduler.RunAll();
        Assert.That((await local.Soon(), await remote.Soon()), Is.EqualTo((Some.ToString(), Some.ToString())));
    }

    [Test]
    public async Task Headers_that_cannot_travel_are_the_callers_mistake()
    {
        await using var proc = Proc.Local();
        await using var client = proc.Attach("client");
        var actor = proc.Spawn("a", new PassingActor()).Bind();
        var (port, _) = client.OpenPort<string>();
        var tooLarge = new Attrs().Set(Tenant, new string('x', Attrs.SizeMax));
        Assert.That(() => port.Bind().Send(client, "x", tooLarge), Throws.TypeOf<AttrException>());
        Assert.That(
            () => actor.Send(client, new PassingActor.MeetMessage(), new Attrs().Set(Codeless, () => { })),
            Throws.TypeOf<UnknownMessageTypeException>());
        Assert.That(
            async () => await actor.CallAsync<PassingActor, PassingActor.HeadersMessage, string>(client, default, tooLarge, default),
            Throws.TypeOf<AttrException>());
        Assert.That(await actor.HeadersAsync(client).Soon(), Is.EqualTo("Attrs {}"));
    }

    [Test]
    public void No_headers_cost_one_byte() =>
        Assert.That(EnvelopeCodec.WriteHead(Plain)[^1], Is.EqualTo(255));

    [Test]
    public void A_trace_survives_the_journey_beside_the_headers()
    {
        var context = new ActivityContext(
            ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded, "vendor=1");
        var back = Travel(Plain with { Headers = Some, Trace = new(context) });
        Assert.Multiple(() =>
        {
            Assert.That(back.Headers, Is.EqualTo(Some));
            Assert.That(back.Trace!.Context.TraceId, Is.EqualTo(context.TraceId));
            Assert.That(back.Trace.Context.SpanId, Is.EqualTo(context.SpanId));
            Assert.That(back.Trace.Context.TraceFlags, Is.EqualTo(ActivityTraceFlags.Recorded));
            Assert.That(back.Trace.Context.TraceState, Is.EqualTo("vendor=1"));
            Assert.That(back.Trace.Context.IsRemote, Is.True);
            Assert.That(Travel(back).Trace!.Parent, Is.EqualTo(back.Trace.Parent));
        });
    }

    [TestCase("")]
    [TestCase("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7")]
    [TestCase("00-00000000000000000000000000000000-00f067aa0ba902b7-01")]
    [TestCase("00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01")]
    [TestCase("00-4BF92F3577B34DA6A3CE929D0E0E4736-00F067AA0BA902B7-01")]
    [TestCase("ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")]
    [TestCase("not a trace at all")]
    public void A_malformed_trace_from_the_network_is_as_good_as_none(string parent)
    {
        var back = Travel(Plain with { Headers = Some.Set(Parent, parent) });
        Assert.That(back.Trace, Is.Null);
        Assert.That(back.Headers, Is.EqualTo(Some));
    }

    [Test]
    public void A_trace_that_is_no_text_is_as_good_as_none()
    {
        var number = AttrKey.Define<long>("traceparent");
        var back = Travel(Plain with { Headers = new Attrs().Set(number, long.MaxValue) });
        Assert.That(back.Trace, Is.Null);
        Assert.That(back.Headers.Count, Is.Zero);
    }

    [Test]
    public void Headers_that_leave_no_room_go_without_the_trace()
    {
        var full = new Attrs().Set(Tenant, new string('x', Attrs.SizeMax - 1000));
        var trace = new TraceContext(new(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), default));
        var back = Travel(Plain with { Headers = full, Trace = trace });
        Assert.That(back.Trace, Is.Null);
        Assert.That(back.Headers.Get(Tenant), Has.Length.EqualTo(Attrs.SizeMax - 1000));
    }

    [Test]
    public void A_trace_state_over_the_limit_is_left_out()
    {
        var trace = new TraceContext(new(
            ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), default, new string('v', 600)));
        var back = Travel(Plain with { Trace = trace });
        Assert.That(back.Trace!.Context.TraceState, Is.Null);
    }

    private static Envelope Plain => new(EnvelopeKind.Message, Someone, Someone.Port(7), 7, [], default);

    private static Envelope Travel(Envelope envelope)
    {
        EnvelopeCodec.RegisterOwnTypes();
        using var writer = new BodyWriter();
        EnvelopeCodec.Write(writer, EnvelopeCodec.WriteHead(envelope), envelope.Body);
        return EnvelopeCodec.Read(writer.Finish().ToMemory());
    }
}
