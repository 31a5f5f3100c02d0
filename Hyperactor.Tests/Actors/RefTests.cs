using Hyperactor.Messages;
using Microsoft.Extensions.Time.Testing;

namespace Hyperactor.Tests.Actors;

/// <summary>Law 1: every send has one outcome.</summary>
public sealed class RefTests
{
    [Test]
    public async Task A_message_to_nobody_comes_back_with_the_reason()
    {
        await using var proc = Proc.Local();
        await using var client = proc.Attach("client");
        new ActorRef<CounterActor>(proc.Id.Actor("nobody")).Add(client, 1);
        var returned = await client.Returned.ReceiveAsync().Soon();
        Assert.Multiple(() =>
        {
            Assert.That(returned.Failure.Kind, Is.EqualTo(DeliveryFailureKind.NoSuchActor));
            Assert.That(returned.MessageType, Is.EqualTo("Hyperactor.Tests.CounterActor.Add"));
        });
    }

    [Test]
    public async Task A_message_to_a_proc_that_nobody_knows_comes_back()
    {
        await using var proc = Proc.Local();
        await using var client = proc.Attach("client");
        new ActorRef<CounterActor>(new WorldId("elsewhere").Proc(0).Actor("a")).Add(client, 1);
        Assert.That(
            (await client.Returned.ReceiveAsync().Soon()).Failure.Kind, Is.EqualTo(DeliveryFailureKind.NoRoute));
    }

    [Test]
    public async Task Messages_that_wait_for_an_actor_that_stops_come_back()
    {
        await using var proc = Proc.Local();
        await using var client = proc.Attach("client");
        var counter = proc.Spawn("counter", new CounterActor(0));
        var gate = Guid.NewGuid().ToString();
        var busy = counter.WaitAsync(client, gate).AsTask();
        await Gates.Of($"{gate}:entered").Soon();
        counter.Add(client, 1);
        counter.Bind().Add(client, 1);
        counter.Stop("enough", StopMode.Stop);
        Gates.Open(gate);
        await busy.Soon();
        var first = await client.Returned.ReceiveAsync().Soon();
        var second = await client.Returned.ReceiveAsync().Soon();
        Assert.That(new[] { first.Failure.Kind, second.Failure.Kind }, Is.All.EqualTo(DeliveryFailureKind.ActorStopped));
    }

    [Test]
    public async Task A_message_of_the_wrong_type_costs_one_message()
    {
        await using var proc = Proc.Local();
        await using var client = proc.Attach("client");
        var receiver = client.OpenOncePort<string>();
        new PortRef<long>(receiver.Ref.Id).Send(client, 5);
        Assert.That(
            (await client.Returned.ReceiveAsync().Soon()).Failure.Kind, Is.EqualTo(DeliveryFailureKind.WrongType));
        receiver.Ref.Send(client, "right");
        Assert.That(await receiver.ReceiveAsync().Soon(), Is.EqualTo("right"));
    }

    [Test]
    public async Task Bytes_that_are_not_the_message_cost_one_message()
    {
        await using var proc = Proc.Local();
        await using var client = proc.Attach("client");
        var counter = proc.Spawn("counter", new CounterActor(1));
        var hash = Hyperactor.Data.MessageType<CounterActor.AddMessage>.Codec.TypeHash;
        proc.Host.Post(new(EnvelopeKind.Message, client.Self, counter.Id.Port(hash), hash, [], new byte[] { 9, 9 }));
        Assert.That(
            (await client.Returned.ReceiveAsync().Soon()).Failure.Kind, Is.EqualTo(DeliveryFailureKind.Malformed));
        Assert.That(await counter.GetAsync(client).Soon(), Is.EqualTo(1));
    }

    [Test]
    public async Task Nothing_in_place_of_a_message_costs_one_message()
    {
        await using var proc = Proc.Local();
        await using var client = proc.Attach("client");
        var trainer = proc.Spawn("trainer", new Design.Trainer(new(1, 1)));
        var hash = Hyperactor.Data.MessageType<Design.Shard>.Codec.TypeHash;
        proc.Host.Post(new(EnvelopeKind.Message, client.Self, trainer.Id.Port(hash), hash, [], new byte[] { 255 }));
        Assert.That(
            (await client.Returned.ReceiveAsync().Soon()).Failure.Kind, Is.EqualTo(DeliveryFailureKind.Malformed));
        Assert.That(trainer.Status.IsTerminal, Is.False);
    }

    [Test]
    public async Task A_request_sent_as_a_message_comes_back()
    {
        await using var proc = Proc.Local();
        await using var client = proc.Attach("client");
        var counter = proc.Spawn("counter", new CounterActor(1));
        proc.Host.Post(Envelope.Of(
            EnvelopeKind.Message,
            client.Self,
            counter.Id.Port(Hyperactor.Data.MessageType<CounterActor.GetMessage>.Codec.TypeHash),
            default(CounterActor.GetMessage)));
        Assert.That(
            (await client.Returned.ReceiveAsync().Soon()).Failure.Kind, Is.EqualTo(DeliveryFailureKind.WrongType));
    }

    [Test]
    public async Task The_second_message_to_a_once_port_comes_back()
    {
        await using var proc = Proc.Local();
        await using var client = proc.Attach("client");
        var receiver = client.OpenOncePort<long>();
        receiver.Ref.Send(client, 1);
        receiver.Ref.Send(client, 2);
        Assert.That(await receiver.ReceiveAsync().Soon(), Is.EqualTo(1));
        Assert.That(
            (await client.Returned.ReceiveAsync().Soon()).Failure.Kind, Is.EqualTo(DeliveryFailureKind.NoSuchPort));
    }

    [Test]
    public async Task An_actor_that_calls_itself_is_told_so_at_once()
    {
        await using var proc = Proc.Local();
        await using var client = proc.Attach("client");
        var echo = proc.Spawn("echo", new EchoActor());
        var fault = (await Assert.ThrowsAsync<CallFaultedException>(async () => await echo.CallYourselfAsync(client).Soon()))!;
        Assert.That(fault.FaultType, Is.EqualTo(typeof(SelfCallException).FullName));
    }

    [Test]
    public async Task A_call_over_a_reference_ends_at_its_deadline()
    {
        var time = new FakeTimeProvider();
        await using var proc = Proc.Local(new() { Time = time });
        await using var client = proc.Attach("client");
        var counter = proc.Spawn("counter", new CounterActor(0));
        var gate = Guid.NewGuid().ToString();
        var call = counter.Bind().WaitAsync(client, gate);
        time.Advance(TimeSpan.FromSeconds(31));
        Assert.That(
            async () => await call.Soon(),
            Throws.TypeOf<UndeliveredCallException>().With.Message.Contains("No reply within"));
        Gates.Open(gate);
    }

    [Test]
    public async Task A_reply_of_the_wrong_type_ends_the_call()
    {
        await using var proc = Proc.Local();
        await using var client = proc.Attach("client");
        var receiver = client.OpenOncePort<string>();
        proc.Host.Post(Envelope.Of(EnvelopeKind.Reply, proc.Id.Actor("callee"), receiver.Ref.Id, 5L));
        Assert.That(
            async () => await receiver.ReceiveAsync().Soon(),
            Throws.TypeOf<UndeliveredCallException>().With.Property("Failure").Property("Kind")
                .EqualTo(DeliveryFailureKind.WrongType));
    }

    [Test]
    public async Task A_reply_that_cannot_be_written_faults_the_call_and_not_the_actor()
    {
        await using var proc = Proc.Local();
        await using var client = proc.Attach("client");
        var picky = proc.Spawn("picky", new UnwritableActor());
        Assert.That(
            async () => await picky.Bind().GetAsync(client).Soon(),
            Throws.TypeOf<CallFaultedException>().With.Message.Contains("too deep to write"));
        Assert.That(picky.Status.State, Is.EqualTo(ActorState.Running));
    }

    [Test]
    public async Task A_port_in_a_message_takes_what_is_sent_to_it()
    {
        await using var proc = Proc.Local();
        await using var client = proc.Attach("client");
        var echo = proc.Spawn("echo", new EchoActor());
        var (handle, receiver) = client.OpenPort<string>();
        echo.Bind().Say(client, "hello", handle.Bind());
        Assert.That(await receiver.ReceiveAsync().Soon(), Is.EqualTo("hello"));
        receiver.Dispose();
        echo.Bind().Say(client, "too late", handle.Bind());
        Assert.That(() => handle.Send("directly"), Throws.TypeOf<PortClosedException>());
        Assert.That(async () => await receiver.ReceiveAsync().Soon(), Throws.TypeOf<PortClosedException>());
    }

    [Test]
    public async Task A_handler_sees_who_sent()
    {
        await using var proc = Proc.Local();
        await using var client = proc.Attach("client");
        var echo = proc.Spawn("echo", new EchoActor());
        Assert.That(await echo.Bind().WhoSentAsync(client).Soon(), Is.EqualTo(client.Self.ToString()));
        Assert.That(await echo.WhoSentAsync(client).Soon(), Is.EqualTo(client.Self.ToString()));
    }

    [Test]
    public async Task A_disposed_client_leaves_no_call_waiting_and_frees_its_name()
    {
        await using var proc = Proc.Local();
        var client = proc.Attach("client");
        var counter = proc.Spawn("counter", new CounterActor(0));
        var gate = Guid.NewGuid().ToString();
        var call = counter.Bind().WaitAsync(client, gate);
        await client.DisposeAsync();
        Assert.That(async () => await call.Soon(), Throws.TypeOf<UndeliveredCallException>());
        Gates.Open(gate);
        await using var again = proc.Attach("client");
        Assert.That(await counter.GetAsync(again).Soon(), Is.Zero);
    }
}

/// <summary>Throws when it is written.</summary>
[Named("tests.Unwritable")]
public sealed partial record Unwritable
{
    public string Text
    {
        get => throw new InvalidOperationException("too deep to write");
        init => _ = value;
    }
}

[Export]
public sealed partial class UnwritableActor : Actor
{
    [Handler]
    private ValueTask<Unwritable> Get() => new(new Unwritable());
}
