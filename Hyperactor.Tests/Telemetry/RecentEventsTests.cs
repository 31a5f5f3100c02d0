using CsCheck;
using Hyperactor.Telemetry;
using Microsoft.Extensions.Time.Testing;

namespace Hyperactor.Tests.Telemetry;

/// <summary>Notes what it does, and fails when asked to.</summary>
public sealed partial class NotingActor : Actor
{
    [Handler]
    private void Note(Context cx, string text) => cx.Record(text);

    [Handler]
    private void Step()
    {
    }

    [Handler]
    private ValueTask<int> Ask() => new(1);

    [Handler]
    private void Break() => throw new InvalidOperationException("broke");

    [Handler]
    private ValueTask<ActorHandle<NotingActor>> Bear(Context cx) => new(cx.Spawn(new NotingActor()));
}

public sealed class RecentEventsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public void A_ring_of_ten_holds_the_last_ten_of_a_thousand_in_order()
    {
        var ring = new EventRing(10);
        for (var i = 0; i < 1000; i++)
        {
            ring.Push(i);
        }

        Assert.That(ring.ToTexts(), Is.EqualTo(Enumerable.Range(990, 10).Select(i => $"{i}")));
    }

    [Test]
    public void A_ring_is_the_tail_of_what_was_pushed() => Gen.Select(Gen.Int[0, 40], Gen.Int[0, 200]).Sample((limit, count) =>
    {
        var ring = new EventRing(limit);
        for (var i = 0; i < count; i++)
        {
            ring.Push(i);
        }

        Assert.That(ring.ToTexts(), Is.EqualTo(Enumerable.Range(0, count).TakeLast(limit).Select(i => $"{i}")));
    });

    [Test]
    public void The_same_event_in_a_row_takes_one_place()
    {
        var (one, two) = (new string("one"), new string("two"));
        var ring = new EventRing(3);
        foreach (var happened in (string[])[two, one, one, two, one, one, one])
        {
            ring.Push(happened);
        }

        Assert.That(ring.ToTexts(), Is.EqualTo(new[] { "one ×2", "two", "one ×3" }));
    }

    [Test]
    public async Task A_failure_tells_handlers_and_notes_in_order()
    {
        await using var proc = Proc.Local(new() { Time = new FakeTimeProvider(Noon) });
        await using var client = proc.Attach("client");
        var actor = proc.Spawn("a", new NotingActor());
        actor.Step(client);
        actor.Step(client);
        await actor.AskAsync(client).Soon();
        actor.Note(client, "the disk is full");
        actor.Break(client);
        var failure = (await actor.Completion.Soon()).Failure!;
        Assert.That(failure.Recent, Is.EqualTo(new[] { "Step ×2", "Ask", "Note", "12:00:00.000 the disk is full", "Break" }));
        Assert.That(
            failure.ToString(),
            Does.EndWith(": broke (last: Step ×2, Ask, Note, 12:00:00.000 the disk is full, Break)"));
        Assert.That((await proc.Failure.Soon()).Failure.Recent, Is.EqualTo(failure.Recent));
    }

    [Test]
    public async Task A_failure_of_a_child_is_among_the_events_of_its_parent()
    {
        await using var proc = Proc.Local(new() { Time = new FakeTimeProvider(Noon) });
        await using var client = proc.Attach("client");
        var parent = proc.Spawn("p", new NotingActor());
        var child = await parent.BearAsync(client).Soon();
        child.Break(client);
        var failure = (await parent.Completion.Soon()).Failure!;
        Assert.Multiple(() =>
        {
            Assert.That(failure.Root.Recent, Is.EqualTo(new[] { "Break" }));
            Assert.That(failure.Recent[0], Is.EqualTo("Bear"));
            Assert.That(failure.Recent[1], Does.StartWith("12:00:00.000 ").And.Contains("broke"));
            Assert.That(failure.ToString(), Does.EndWith("(last: Break)"));
        });
    }

    [Test]
    public async Task What_comes_back_to_senders_does_not_drag_the_events_along()
    {
        await using var proc = Proc.Local();
        await using var client = proc.Attach("client");
        var actor = proc.Spawn("a", new NotingActor());
        actor.Note(client, "mine alone");
        actor.Break(client);
        await actor.Completion.Soon();
        actor.Step(client);
        Assert.That((await client.Returned.ReceiveAsync().Soon()).ToString(), Does.Contain("broke").And.Not.Contain("mine alone"));
    }

    [Test]
    public async Task The_events_are_bounded_in_number_and_in_length_and_can_be_switched_off()
    {
        await using var few = Proc.Local(new() { Limits = new() { RecordedEventsMax = 3 } });
        await using var none = Proc.Local(new() { Limits = new() { RecordedEventsMax = 0 } });
        var kept = await Fail(few);
        Assert.That(kept.Recent, Has.Count.EqualTo(3));
        Assert.That(kept.Recent.Max(t => t.Length), Is.LessThanOrEqualTo(TagText.LengthMax));
        var silent = await Fail(none);
        Assert.That(silent.Recent, Is.Empty);
        Assert.That(silent.ToString(), Does.Not.Contain("last:"));
        Assert.That(() => new ActorLimits { RecordedEventsMax = -1 }, Throws.TypeOf<ArgumentOutOfRangeException>());

        static async Task<ActorFailure> Fail(Proc proc)
        {
            await using var client = proc.Attach("client");
            var actor = proc.Spawn("a", new NotingActor());
            for (var i = 0; i < 10; i++)
            {
                actor.Note(client, new string('n', 10_000));
            }

            actor.Break(client);
            return (await actor.Completion.Soon()).Failure!;
        }
    }

    [Test]
    public void Pushing_into_a_full_ring_allocates_nothing()
    {
        var ring = new EventRing(32);
        var handler = new object();
        Push(ref ring, handler);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Push(ref ring, handler);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);

        static void Push(ref EventRing ring, object happened)
        {
            for (var i = 0; i < 1000; i++)
            {
                ring.Push(happened);
            }
        }
    }
}
