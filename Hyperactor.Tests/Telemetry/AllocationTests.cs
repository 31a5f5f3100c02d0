namespace Hyperactor.Tests.Telemetry;

/// <summary>What a message over a handle costs while nobody listens.</summary>
[NonParallelizable]
public sealed class AllocationTests
{
    [Test]
    public async Task A_message_costs_its_work_item_and_a_call_its_reply_as_well()
    {
        const int Times = 1000;
        var scheduler = new Inline();
        var proc = Proc.Local(new() { Scheduler = scheduler });
        await using var client = proc.Attach("client");
        var counter = proc.Spawn("counter", new CounterActor(0));
        var (oneWay, call) = (Send(), Call());
        (oneWay, call) = (Send(), Call());
        Assert.Multiple(() =>
        {
            Assert.That(oneWay, Is.EqualTo(56));
            Assert.That(call, Is.EqualTo(176));
        });

        long Send()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < Times; i++)
            {
                counter.Add(client, 1);
                scheduler.RunAll();
            }

            return (GC.GetAllocatedBytesForCurrentThread() - before) / Times;
        }

        long Call()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < Times; i++)
            {
                var get = counter.GetAsync(client);
                scheduler.RunAll();
                _ = get.GetAwaiter().GetResult();
            }

            return (GC.GetAllocatedBytesForCurrentThread() - before) / Times;
        }
    }
}
