using Hyperactor.Tests.Casting;

namespace Hyperactor.Tests.Protocols;

/// <summary>Single messages as protocols, forwarding, and messages that methods answer.</summary>
public sealed class MessageProtocolTests : IAsyncDisposable
{
    private readonly Proc _proc = Proc.Local();
    private Client _me = null!;

    [SetUp]
    public void SetUp() => _me = _proc.Attach($"client{Guid.NewGuid():N}");

    [OneTimeTearDown]
    public async ValueTask DisposeAsync()
    {
        await _me.DisposeAsync();
        await _proc.DisposeAsync();
    }

    [Test]
    public async Task An_actor_handles_what_it_forwards_in_its_process()
    {
        var forwarder = Spawn(new Forwarder());
        forwarder.Tell(_me, "one");
        forwarder.Put(_me, "two");
        forwarder.Set(_me, 9);
        forwarder.Send(_me, (Voting)new Voting.Set(8));
        Assert.That(await forwarder.GetAsync(_me).Soon(), Is.EqualTo(8));
        Assert.That(await forwarder.PingAsync(_me, 40).Soon(), Is.EqualTo(42));
    }

    [Test]
    public async Task What_is_forwarded_is_not_reached_by_reference()
    {
        var forwarder = Spawn(new Forwarder());
        Assert.That(() => Binding.As<Forwarder, Voting>(forwarder), Throws.ArgumentException);
        Assert.That(() => Binding.As<Forwarder, Tell>(forwarder), Throws.ArgumentException);
        new ActorRef<Tell>(forwarder.Id).Tell(_me, "lost");
        Assert.That((await _me.Returned.ReceiveAsync().Soon()).MessageType, Is.EqualTo("tests.Tell"));
        new ActorRef<IShelf>(forwarder.Id).Put(_me, "lost");
        Assert.That((await _me.Returned.ReceiveAsync().Soon()).MessageType, Is.EqualTo("tests.Shelf.Put"));
        Assert.That(await forwarder.Bind<Ping>().PingAsync(_me, 1).Soon(), Is.EqualTo(1));
    }

    [Test]
    public async Task An_actor_may_do_nothing_but_forward()
    {
        var actor = new Listener();
        var listener = Spawn(actor);
        listener.Tell(_me, "hello");
        listener.Stop();
        await listener.Completion.Soon();
        Assert.That(actor.Texts, Is.EqualTo(["hello"]));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_method_may_answer_a_message_as_a_call(bool overHandle)
    {
        var actor = Spawn(new AskedActor());
        ValueTask<string> Ask(int number) => overHandle
            ? actor.AskAsync(_me, new Asked(number))
            : actor.Bind().AskAsync(_me, new Asked(number));
        Assert.That(await Ask(7).Soon(), Is.EqualTo("7"));
        Assert.That(async () => await Ask(-1).Soon(), Throws.TypeOf<CallFaultedException>().With.Message.Contains("no"));
        Assert.That(await actor.Bind().JudgeAsync(_me, new Asked(3)).Soon(), Is.EqualTo(3));
        Assert.That(
            await ActorRefExtensions.CallAsync<AskedActor, Asked, string>(actor.Bind(), _me, new Asked(5)).Soon(),
            Is.EqualTo("5"));
    }

    [Test]
    public async Task Such_a_message_is_cast()
    {
        await using var net = new TestNet(3);
        var gang = net.Spawn("asked", static _ => new AskedActor());
        var all = await gang.AskAsync<Concat>(net.Client, new Asked(4)).Soon();
        Assert.That(all.Value, Is.EqualTo("444"));
    }

    [Test]
    public async Task A_derived_actor_exports_what_its_base_exports()
    {
        var pinger = Spawn(new DerivedPinger());
        Assert.That(await pinger.PingAsync(_me, 5).Soon(), Is.EqualTo(-5));
        Assert.That(await pinger.Bind<Ping>().PingAsync(_me, 6).Soon(), Is.EqualTo(-6));
        Assert.That(await pinger.Bind().PingAsync(_me, 7).Soon(), Is.EqualTo(-7));
    }

    private ActorHandle<TActor> Spawn<TActor>(TActor actor)
        where TActor : Actor, Hyperactor.Actors.IActor<TActor> => _proc.Spawn($"actor{Guid.NewGuid():N}", actor);
}
