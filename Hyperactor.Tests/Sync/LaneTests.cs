using CsCheck;
using Hyperactor.Sync;

namespace Hyperactor.Tests.Sync;

public sealed class LaneTests
{
    [Test]
    public void It_is_a_queue_whatever_is_pushed_popped_and_closed() => Gen.Int[0, 9].Array[0, 60].Sample(steps =>
    {
        var lane = default(Lane);
        var model = new Queue<int>();
        var closed = false;
        for (var i = 0; i < steps.Length; i++)
        {
            switch (steps[i])
            {
                case < 6:
                    var pushed = lane.TryPush(new Numbered(0, i));
                    if (pushed == closed)
                    {
                        return false;
                    }

                    if (pushed)
                    {
                        model.Enqueue(i);
                    }

                    break;

                case < 9:
                    var expected = model.TryDequeue(out var oldest) ? oldest : -1;
                    if (((lane.Pop() as Numbered)?.Number ?? -1) != expected)
                    {
                        return false;
                    }

                    break;

                default:
                    lane.Close();
                    closed = true;
                    break;
            }

            if (lane.IsEmpty != (model.Count == 0))
            {
                return false;
            }
        }

        return true;
    });

    [Test]
    public void The_first_one_is_told_that_the_consumer_may_sleep()
    {
        var lane = default(Lane);
        lane.TryPush(new Numbered(0, 0), out var first);
        lane.TryPush(new Numbered(0, 1), out var second);
        lane.Pop();
        lane.Pop();
        lane.TryPush(new Numbered(0, 2), out var third);
        Assert.That((first, second, third), Is.EqualTo((true, false, true)));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task What_was_accepted_comes_out_once_and_in_the_order_of_its_producer(CancellationToken cancellation)
    {
        const int Producers = 4;
        var shared = new Shared();
        var accepted = new int[Producers];
        var producers = Enumerable.Range(0, Producers).Select(p => Task.Run(
            () =>
            {
                while (shared._lane.TryPush(new Numbered(p, accepted[p])))
                {
                    accepted[p]++;
                }
            },
            cancellation)).ToArray();
        var taken = new int[Producers];
        for (var i = 0; i < 200_000;)
        {
            i += Take() ? 1 : 0;
        }

        shared._lane.Close();
        await Task.WhenAll(producers);
        while (Take())
        {
            // What was accepted before the lane was closed.
        }

        Assert.That(taken, Is.EqualTo(accepted));

        bool Take()
        {
            if (shared._lane.Pop() is not Numbered item)
            {
                return false;
            }

            Assert.That(item.Number, Is.EqualTo(taken[item.Producer]++));
            return true;
        }
    }

    private sealed class Shared
    {
        internal Lane _lane;
    }

    private sealed class Numbered(int producer, int number) : LaneItem
    {
        internal int Producer => producer;

        internal int Number => number;
    }
}
