using Hyperactor.Tests.Casting;

namespace Hyperactor.Tests.Protocols;

/// <summary>A union as a protocol: over a handle, over a reference to the actor, and over one to the union.</summary>
public sealed class UnionProtocolTests : IAsyncDisposable
{
    private readonly Proc _proc = Proc.Local();
    private Client _me = null!;
    private ActorHandle<ShoppingActor> _handle = null!;
    private ActorRef<Shopping> _list;

    [SetUp]
    public void SetUp()
    {
        _me = _proc.Attach($"client{Guid.NewGuid():N}");
        _handle = _proc.Spawn($"list{Guid.NewGuid():N}", new ShoppingActor());
        _list = _handle.Bind<Shopping>();
    }

    [OneTimeTearDown]
    public async ValueTask DisposeAsync()
    {
        await _me.DisposeAsync();
        await _proc.DisposeAsync();
    }

    [Test]
    public async Task Each_case_has_a_client_over_a_reference_to_the_union()
    {
        _list.Add(_me, "milk");
        _list.Add(_me, "eggs", 6);
        _list.Remove(_me, "eggs", 2);
        _list.Note(_me, "r", "c", "a", "f", "m");
        Assert.That(await _list.ExistsAsync(_me, "milk").Soon(), Is.True);
        Assert.That(await _list.CountOfAsync(_me, "eggs").Soon(), Is.EqualTo(4));
        Assert.That(await _list.CountOfAsync(_me, null).Soon(), Is.EqualTo(-1));
        Assert.That(await _list.ListAsync(_me).Soon(), Is.EqualTo(["eggs", "milk", "rcafm"]));
        _list.Clear(_me);
        Assert.That(await _list.ListAsync(_me).Soon(), Is.Empty);
    }

    [Test]
    public async Task Each_case_has_a_client_over_a_handle()
    {
        _handle.Add(_me, "milk");
        _handle.Add(_me, "eggs", 6);
        _handle.Remove(_me, "eggs", 2);
        _handle.Note(_me, "r", "c", "a", "f", "m");
        Assert.That(await _handle.ExistsAsync(_me, "milk").Soon(), Is.True);
        Assert.That(await _handle.CountOfAsync(_me, "eggs").Soon(), Is.EqualTo(4));
        Assert.That(await _handle.ListAsync(_me).Soon(), Is.EqualTo(["eggs", "milk", "rcafm"]));
        Assert.That(await _handle.SizeAsync(_me).Soon(), Is.EqualTo(3));
        _handle.Clear(_me);
        Assert.That(await _handle.SizeAsync(_me).Soon(), Is.Zero);
    }

    [Test]
    public async Task A_reference_to_the_actor_has_them_too()
    {
        var list = _handle.Bind();
        list.Add(_me, "milk");
        Assert.That(await list.ExistsAsync(_me, "milk").Soon(), Is.True);
        Assert.That(await list.PingAsync(_me, 1).Soon(), Is.EqualTo(2));
        Assert.That(await _handle.Bind<Ping>().PingAsync(_me, 5).Soon(), Is.EqualTo(6));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_case_reaches_its_handler_as_a_value_of_the_union(bool overHandle)
    {
        void Send(Shopping message)
        {
            if (overHandle)
            {
                _handle.Send(_me, message);
            }
            else
            {
                _list.Send(_me, message);
            }
        }

        Send(new Shopping.Add("milk"));
        Send(new Shopping.Remove { Item = "bread" });
        var answer = _me.OpenOncePort<bool>();
        Send(new Shopping.Exists("milk", answer.Ref));
        Assert.That(await answer.ReceiveAsync().Soon(), Is.True);

        // Nobody waits for this one.
        Send(new Shopping.Exists("milk", default));
        Send(new Shopping.Refuse(Later: false, default));
        var (progress, watched) = _me.OpenPort<string>();
        using var receiver = watched;
        Send(new Shopping.Observe(progress.Bind()));
        Assert.That(await receiver.ReceiveAsync().Soon(), Is.EqualTo("milk"));
    }

    [Test]
    public async Task A_value_of_the_union_may_be_sent_by_its_own_type()
    {
        Shopping add = new Shopping.Add("milk");
        _list.Send(_me, add);
        _list.Send(_me, new Shopping.Add("eggs"));
        ActorRefExtensions.Send(_list, _me, new Shopping.Add("bread"));
        ActorRefExtensions.Send(_list, _me, add);
        Assert.That(await _list.ListAsync(_me).Soon(), Is.EqualTo(["bread", "eggs", "milk"]));
    }

    [Test]
    public async Task Cases_and_values_of_the_union_are_handled_in_the_order_sent()
    {
        for (var i = 0; i < 500; i++)
        {
            _list.Add(_me, "milk");
            _list.Send(_me, (Shopping)new Shopping.Add("milk"));
            _handle.Send(_me, new Shopping.Remove { Item = "milk", Count = 1 });
        }

        Assert.That(await _list.CountOfAsync(_me, "milk").Soon(), Is.EqualTo(500));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_handler_that_throws_faults_its_caller(bool overHandle)
    {
        var call = overHandle ? _handle.BreakAsync(_me, "boom") : _list.BreakAsync(_me, "boom");
        var fault = (await Assert.ThrowsAsync<CallFaultedException>(async () => await call.Soon()))!;
        Assert.That((fault.FaultType, fault.FaultMessage), Is.EqualTo(("System.InvalidOperationException", "boom")));
        Assert.That((await _handle.Completion.Soon()).State, Is.EqualTo(ActorState.Failed));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_handler_that_throws_tells_who_waits_at_the_port_of_a_value(bool overHandle)
    {
        var answer = _me.OpenOncePort<int>();
        Shopping message = new Shopping.Break("boom", answer.Ref);
        if (overHandle)
        {
            _handle.Send(_me, message);
        }
        else
        {
            _list.Send(_me, message);
        }

        var fault = (await Assert.ThrowsAsync<CallFaultedException>(async () => await answer.ReceiveAsync().Soon()))!;
        Assert.That(fault.FaultMessage, Is.EqualTo("boom"));
        Assert.That((await _handle.Completion.Soon()).State, Is.EqualTo(ActorState.Failed));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_handler_that_refuses_tells_the_caller_and_goes_on(bool later)
    {
        Assert.That(
            async () => await _list.RefuseAsync(_me, later).Soon(),
            Throws.TypeOf<CallFaultedException>().With.Message.Contains("not today"));
        var answer = _me.OpenOncePort<int>();
        _list.Send(_me, new Shopping.Refuse(later, answer.Ref));
        Assert.That(
            async () => await answer.ReceiveAsync().Soon(),
            Throws.TypeOf<CallFaultedException>().With.Message.Contains("not today"));
        Assert.That(await _list.ListAsync(_me).Soon(), Is.Empty);
    }

    [Test]
    public async Task A_call_that_waits_in_the_queue_of_an_actor_that_stops_ends()
    {
        var gate = Guid.NewGuid().ToString();
        var busy = _list.WaitAsync(_me, gate).AsTask();
        await Gates.Of($"{gate}:entered").Soon();
        var queued = _list.ExistsAsync(_me, "milk");
        _handle.Stop("enough", StopMode.Stop);
        Gates.Open(gate);
        Assert.That(
            async () => await queued.Soon(), Throws.TypeOf<UndeliveredCallException>().With.Message.Contains("enough"));
        await busy.Soon();
    }

    [Test]
    public void An_actor_is_bound_only_to_what_it_exports()
    {
        Assert.Multiple(() =>
        {
            Assert.That(_handle.Bind<Shopping>().Id, Is.EqualTo(_handle.Id));
            Assert.That(_handle.Bind<Ping>().Id, Is.EqualTo(_handle.Id));
            Assert.That(_handle.Bind<ShoppingActor>().Id, Is.EqualTo(_handle.Id));
            Assert.That(
                () => Binding.As<ShoppingActor, Voting>(_handle),
                Throws.ArgumentException.With.Message.Contains("does not export a handler of tests.Voting"));
            Assert.That(
                () => Binding.As<ShoppingActor, Shopping.Add>(_handle),
                Throws.ArgumentException.With.Message.Contains("cannot be bound as Add"));
        });
    }

    [Test]
    public async Task A_case_of_an_actor_that_does_not_export_the_union_comes_back()
    {
        var forwarder = _proc.Spawn($"forwarder{Guid.NewGuid():N}", new Forwarder());
        new ActorRef<Voting>(forwarder.Id).Set(_me, 1);
        var returned = await _me.Returned.ReceiveAsync().Soon();
        Assert.That(returned.MessageType, Is.EqualTo("tests.Voting.Set"));
        Assert.That(
            async () => await new ActorRef<Voting>(forwarder.Id).GetAsync(_me).Soon(),
            Throws.TypeOf<UndeliveredCallException>());
    }

    [Test]
    public async Task Cases_are_cast()
    {
        await using var net = new TestNet(7);
        var gang = net.Spawn("voters", static rank => new Voter(rank));
        gang.Set(net.Client, 10);
        var sum = await gang.GetAsync<SumOfLongs>(net.Client).Soon();
        Assert.That((sum.Value, sum.Failed.Count), Is.EqualTo((91, 0)));

        var union = new GangRef<Voting>(gang.Id, gang.Size);
        union.Set(net.Client, 0);
        Assert.That((await union.GetAsync<SumOfLongs>(net.Client).Soon()).Value, Is.EqualTo(21));
        var told = await union.ReduceAsync<Voting.Tell, string, Concat>(net.Client, static port => new(port)).Soon();
        Assert.That(told.Value, Is.EqualTo("<0><1><2><3><4><5><6>"));
        Assert.That(await union[3].GetAsync(net.Client).Soon(), Is.EqualTo(3));
    }

    [Test]
    public async Task A_union_is_cast_as_a_whole()
    {
        await using var net = new TestNet(5);
        var gang = net.Spawn("voters", static rank => new Voter(rank));
        gang.Cast(net.Client, (Voting)new Voting.Set(1));
        Assert.That((await gang.GetAsync<SumOfLongs>(net.Client).Soon()).Value, Is.EqualTo(15));
    }
}
