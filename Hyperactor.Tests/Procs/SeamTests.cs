using System.Diagnostics.Metrics;

namespace Hyperactor.Tests.Procs;

/// <summary>Law 11: what a proc does goes through the seams it was given.</summary>
public sealed class SeamTests
{
    [Test]
    public async Task Actors_run_when_and_where_the_scheduler_says_and_nowhere_else()
    {
        var scheduler = new ByHand();
        var proc = Proc.Local(new() { Scheduler = scheduler });
        await using var client = proc.Attach("client");
        var counter = proc.Spawn("counter", new CounterActor(1));
        counter.Add(client, 2);
        var get = counter.GetAsync(client).AsTask();
        Assert.That(counter.Status.State, Is.EqualTo(ActorState.Created));
        scheduler.RunAll();
        Assert.That(await get.Soon(), Is.EqualTo(3));
        Assert.That(counter.Status.State, Is.EqualTo(ActorState.Running));
        counter.Stop();
        Assert.That(counter.Status.State, Is.EqualTo(ActorState.Running));
        scheduler.RunAll();
        Assert.That(counter.Completion.IsCompleted, Is.True);
    }

    [Test]
    public async Task An_actor_with_much_to_do_gives_way_to_others()
    {
        var scheduler = new ByHand();
        var proc = Proc.Local(new() { Scheduler = scheduler, Limits = new() { MessagesPerTurn = 8 } });
        await using var client = proc.Attach("client");
        var busy = proc.Spawn("busy", new CounterActor(0));
        for (var i = 0; i < 100; i++)
        {
            busy.Add(client, 1);
        }

        var other = proc.Spawn("other", new CounterActor(7));
        var last = busy.GetAsync(client).AsTask();
        var first = other.GetAsync(client).AsTask();
        while (other.Status.State == ActorState.Created)
        {
            scheduler.RunOne();
        }

        Assert.That(last.IsCompleted, Is.False);
        scheduler.RunAll();
        Assert.That(await first.Soon(), Is.EqualTo(7));
        Assert.That(await last.Soon(), Is.EqualTo(100));
    }

    [Test]
    public void The_same_seed_draws_the_same_names()
    {
        var (first, again, another) = (Draw(5), Draw(5), Draw(6));
        var (one, two) = (Proc.Local().Id, Proc.Local().Id);
        Assert.Multiple(() =>
        {
            Assert.That(again, Is.EqualTo(first));
            Assert.That(another, Is.Not.EqualTo(first));
            Assert.That(two, Is.Not.EqualTo(one));
        });

        static ProcId Draw(int seed) => Proc.Local(new() { Random = RandomSource.Seeded(seed) }).Id;
    }

    [Test]
    public async Task What_is_not_delivered_is_counted_with_its_reason()
    {
        var counted = new List<string?>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Name == "hyperactor.messages.returned")
            {
                l.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            lock (counted)
            {
                counted.Add(tags[0].Value as string);
            }
        });
        listener.Start();
        await using var proc = Proc.Local();
        await using var client = proc.Attach("client");
        var tooFar = proc.Id.World!.Value.Proc(ulong.MaxValue);
        new ActorRef<CounterActor>(tooFar.Actor("a")).Add(client, 1);
        await client.Returned.ReceiveAsync().Soon();
        lock (counted)
        {
            Assert.That(counted, Does.Contain("no_route"));
        }
    }

    /// <summary>Runs actors on the caller's stack, one after the other.</summary>
    private sealed class ByHand : ActorScheduler
    {
        private readonly Queue<IThreadPoolWorkItem> _waiting = new();

        public override void Schedule(IThreadPoolWorkItem work, bool yielded)
        {
            lock (_waiting)
            {
                _waiting.Enqueue(work);
            }
        }

        internal bool RunOne()
        {
            IThreadPoolWorkItem? work;
            lock (_waiting)
            {
                _waiting.TryDequeue(out work);
            }

            work?.Execute();
            return work is not null;
        }

        internal void RunAll()
        {
            while (RunOne())
            {
                // Until nothing waits any more.
            }
        }
    }
}
