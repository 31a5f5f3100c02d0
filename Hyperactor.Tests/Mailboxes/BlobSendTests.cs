using System.Runtime.InteropServices;
using Hyperactor.Tests.Casting;

namespace Hyperactor.Tests.Mailboxes;

/// <summary>Tells what it was sent.</summary>
[Export]
public sealed partial class BlobKeeper : Actor
{
    private ReadOnlyMemory<float> _kept;

    /// <summary>What came last, as it is in memory.</summary>
    internal ReadOnlyMemory<float> Kept => _kept;

    [Handler(Cast = true)]
    private void Keep(ReadOnlyMemory<float> values) => _kept = values;

    [Handler]
    private void Drop(ReadOnlyMemory<byte> bytes) => _ = bytes;

    [Handler]
    private ValueTask<int> Count(ReadOnlyMemory<byte> bytes) => new(bytes.Length);

    [Handler(Cast = true)]
    private ValueTask<long> Sum() => new((long)MemoryMarshal.ToEnumerable(_kept).Sum(static v => (double)v));
}

/// <summary>Large messages from actor to actor: what they allocate, who shares what, and what becomes of them.</summary>
[NonParallelizable]
[CancelAfter(120_000)]
public sealed class BlobSendTests
{
    private const int MiB = 1 << 20;

    [TestCase("tcp")]
    [TestCase("unix abstract")]
    public async Task A_large_message_allocates_what_its_receiver_keeps_and_little_more(string place)
    {
        await using var there = await BlobNode.StartAsync("there", place);
        await using var here = await BlobNode.StartAsync("here", place);
        var keeper = there.Proc.Spawn("keeper", new BlobKeeper()).Bind();
        ReadOnlyMemory<byte> bytes = new byte[MiB];
        await SendAsync(20);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await SendAsync(20);
        var each = (GC.GetTotalAllocatedBytes(precise: true) - before) / 20.0 / MiB;
        Assert.That(each, Is.LessThan(1.1).And.GreaterThan(1));

        async Task SendAsync(int count)
        {
            for (var i = 0; i < count; i++)
            {
                keeper.Drop(here.Client, bytes);
            }

            Assert.That(await keeper.CountAsync(here.Client, bytes[..10]).Soon(), Is.EqualTo(10));
        }
    }

    [Test]
    public async Task Within_a_proc_a_large_message_allocates_nearly_nothing_and_shares_its_memory()
    {
        await using var proc = Proc.Local();
        await using var client = proc.Attach("client");
        var actor = new BlobKeeper();
        var keeper = proc.Spawn("keeper", actor).Bind();
        var values = new float[MiB];
        keeper.Keep(client, values);
        await keeper.SumAsync(client).Soon();
        Assert.That(actor.Kept, Is.EqualTo(new ReadOnlyMemory<float>(values)));

        var before = GC.GetTotalAllocatedBytes(precise: true);
        for (var i = 0; i < 100; i++)
        {
            keeper.Keep(client, values);
        }

        await keeper.SumAsync(client).Soon();
        Assert.That((GC.GetTotalAllocatedBytes(precise: true) - before) / 100, Is.LessThan(MiB / 100));
    }

    [Test]
    public async Task Over_a_handle_the_memory_is_shared_whatever_its_size()
    {
        await using var proc = Proc.Local();
        await using var client = proc.Attach("client");
        var actor = new BlobKeeper();
        var keeper = proc.Spawn("keeper", actor);
        var values = new float[3];
        keeper.Keep(client, values);
        await keeper.SumAsync(client).Soon();
        Assert.That(actor.Kept, Is.EqualTo(new ReadOnlyMemory<float>(values)));
    }

    [Test]
    public async Task A_large_message_over_the_limit_comes_back_and_the_next_arrives()
    {
        await using var there = await BlobNode.StartAsync("there", "tcp");
        await using var here = await BlobNode.StartAsync("here", "tcp");
        var keeper = there.Proc.Spawn("keeper", new BlobKeeper()).Bind();
        keeper.Drop(here.Client, new byte[64 * MiB]);
        var returned = await here.Client.Returned.ReceiveAsync().Soon();
        Assert.That(returned.Failure.Kind, Is.EqualTo(DeliveryFailureKind.TooLarge));
        Assert.That(await keeper.CountAsync(here.Client, new byte[5 * MiB]).Soon(), Is.EqualTo(5 * MiB));
    }

    [Test]
    public async Task A_large_call_that_is_cancelled_ends_and_the_next_is_answered()
    {
        await using var there = await BlobNode.StartAsync("there", "unix abstract");
        await using var here = await BlobNode.StartAsync("here", "unix abstract");
        var keeper = there.Proc.Spawn("keeper", new BlobKeeper()).Bind();
        using var cancel = new CancellationTokenSource();
        var call = keeper.CountAsync(here.Client, new byte[32 * MiB], cancel.Token).AsTask();
        await cancel.CancelAsync();
        try
        {
            Assert.That(await call.Soon(), Is.EqualTo(32 * MiB));
        }
        catch (OperationCanceledException)
        {
            // As it should, unless the reply was faster.
        }

        Assert.That(await keeper.CountAsync(here.Client, new byte[MiB]).Soon(), Is.EqualTo(MiB));
    }

    [Test]
    public async Task Calls_with_large_messages_end_when_the_link_is_cut()
    {
        await using var there = await BlobNode.StartAsync("there", "tcp");
        await using var here = await BlobNode.StartAsync("here", "tcp");
        var keeper = there.Proc.Spawn("keeper", new BlobKeeper()).Bind();
        await keeper.CountAsync(here.Client, new byte[1]).Soon();
        var calls = Enumerable.Range(0, 10).Select(_ => keeper.CountAsync(here.Client, new byte[6 * MiB]).AsTask()).ToArray();
        here.Router.Cut("cut");
        foreach (var call in calls)
        {
            try
            {
                Assert.That(await call.Soon(), Is.EqualTo(6 * MiB));
            }
            catch (UndeliveredCallException e)
            {
                Assert.That(e.Message, Does.Contain("cut"));
            }
        }
    }

    [TestCase(1000)]
    [TestCase(MiB)]
    public async Task A_cast_carries_it_over_relays(int count)
    {
        await using var net = new TestNet(20);
        var gang = net.Spawn("m", _ => new BlobKeeper());
        var values = Enumerable.Range(0, count).Select(static i => (float)(i % 7)).ToArray();
        gang.Keep(net.Client, values, new() { Fanout = 3 });
        var sum = await gang.SumAsync<SumOfLongs>(net.Client).Soon();
        Assert.That(sum.Replied, Is.EqualTo(20));
        Assert.That(sum.Value, Is.EqualTo(20 * values.Sum(static v => (long)v)));
    }
}
