namespace Hyperactor.Tests.Actors;

/// <summary>Law 2: no call hangs. Each runs over a handle and over a reference.</summary>
[TestFixture(true)]
[TestFixture(false)]
public sealed class CallTests(bool overHandle) : IAsyncDisposable
{
    private readonly Proc _proc = Proc.Local();
    private Client _client = null!;
    private ActorHandle<CounterActor> _counter = null!;

    [SetUp]
    public void SetUp()
    {
        _client = _proc.Attach($"client{Guid.NewGuid():N}");
        _counter = _proc.Spawn($"counter{Guid.NewGuid():N}", new CounterActor(10));
    }

    [OneTimeTearDown]
    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        await _proc.DisposeAsync();
    }

    [Test]
    public async Task A_call_yields_the_reply() => Assert.That(await Get().Soon(), Is.EqualTo(10));

    [Test]
    public async Task Messages_of_one_sender_are_handled_in_order_whatever_the_handler()
    {
        for (var i = 0; i < 1000; i++)
        {
            Add(1);
        }

        Assert.That(await Get().Soon(), Is.EqualTo(1010));
    }

    [Test]
    public async Task A_handler_that_throws_faults_its_caller_with_type_and_message()
    {
        var call = overHandle
            ? _counter.BreakLaterAsync(_client, "boom")
            : _counter.Bind().BreakLaterAsync(_client, "boom");
        var fault = (await Assert.ThrowsAsync<CallFaultedException>(async () => await call.Soon()))!;
        Assert.Multiple(() =>
        {
            Assert.That(fault.FaultType, Is.EqualTo("System.InvalidOperationException"));
            Assert.That(fault.FaultMessage, Is.EqualTo("boom"));
            Assert.That(fault.Callee, Is.EqualTo(_counter.Id));
        });
        Assert.That((await _counter.Completion.Soon()).State, Is.EqualTo(ActorState.Failed));
    }

    [Test]
    public async Task A_call_that_is_refused_leaves_the_actor_alive()
    {
        var call = overHandle ? _counter.RefuseAsync(_client) : _counter.Bind().RefuseAsync(_client);
        Assert.That(async () => await call.Soon(), Throws.TypeOf<CallFaultedException>().With.Message.Contains("not today"));
        Assert.That(await Get().Soon(), Is.EqualTo(10));
    }

    [Test]
    public async Task A_call_that_waits_in_the_queue_of_an_actor_that_stops_ends()
    {
        var gate = Guid.NewGuid().ToString();
        var busy = _counter.WaitAsync(_client, gate).AsTask();
        await Gates.Of($"{gate}:entered").Soon();
        var queued = Get();
        _counter.Stop("enough", StopMode.Stop);
        Gates.Open(gate);
        Assert.That(
            async () => await queued.Soon(),
            Throws.TypeOf<UndeliveredCallException>().With.Message.Contains("enough"));
        await busy.Soon();
    }

    [Test]
    public async Task A_call_that_waits_in_the_queue_of_an_actor_that_fails_ends()
    {
        var gate = Guid.NewGuid().ToString();
        var busy = _counter.WaitAsync(_client, gate).AsTask();
        await Gates.Of($"{gate}:entered").Soon();
        _counter.Break(_client, "boom");
        var queued = Get();
        Gates.Open(gate);
        Assert.That(
            async () => await queued.Soon(),
            Throws.TypeOf<UndeliveredCallException>().With.Property("Failure").Property("Kind")
                .EqualTo(DeliveryFailureKind.ActorFailed));
        await busy.Soon();
    }

    [Test]
    public async Task A_call_to_an_actor_that_has_ended_ends()
    {
        _counter.Stop();
        await _counter.Completion.Soon();
        Assert.That(async () => await Get().Soon(), Throws.InstanceOf<CallException>());
    }

    [Test]
    public async Task A_cancelled_call_ends_and_its_late_reply_does_no_harm()
    {
        var gate = Guid.NewGuid().ToString();
        using var cancel = new CancellationTokenSource();
        var call = overHandle
            ? _counter.WaitAsync(_client, gate, cancel.Token)
            : _counter.Bind().WaitAsync(_client, gate, cancel.Token);
        await cancel.CancelAsync();
        Assert.That(async () => await call.Soon(), Throws.InstanceOf<OperationCanceledException>());
        Gates.Open(gate);
        Assert.That(await Get().Soon(), Is.EqualTo(10));
    }

    [Test]
    public async Task A_call_that_is_cancelled_in_the_queue_is_never_handled()
    {
        if (!overHandle)
        {
            Assert.That(await Get().Soon(), Is.EqualTo(10));
            return;
        }

        var gate = Guid.NewGuid().ToString();
        using var cancel = new CancellationTokenSource();
        var busy = _counter.WaitAsync(_client, gate).AsTask();
        await Gates.Of($"{gate}:entered").Soon();
        var queued = _counter.BreakLaterAsync(_client, "must not run", cancel.Token);
        await cancel.CancelAsync();
        Gates.Open(gate);
        await busy.Soon();
        Assert.That(async () => await queued.Soon(), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(await Get().Soon(), Is.EqualTo(10));
    }

    private void Add(long amount)
    {
        if (overHandle)
        {
            _counter.Add(_client, amount);
        }
        else
        {
            _counter.Bind().Add(_client, amount);
        }
    }

    private ValueTask<long> Get() => overHandle ? _counter.GetAsync(_client) : _counter.Bind().GetAsync(_client);
}
