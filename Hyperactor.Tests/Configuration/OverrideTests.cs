namespace Hyperactor.Tests.Configuration;

/// <summary>Scopes, also of tests that run at the same time over one configuration.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class OverrideTests
{
    private static readonly Config Shared = Config.Load(Sources.Of());

    [TestCase(1)]
    [TestCase(2)]
    public async Task Tests_that_run_at_the_same_time_do_not_see_each_other(int value)
    {
        using var scope = Shared.Override(TestSettings.Size, value);
        for (var i = 0; i < 100; i++)
        {
            await Task.Yield();
            Assert.That(Shared.Get(TestSettings.Size), Is.EqualTo(value));
        }
    }

    [Test]
    public async Task Tasks_at_the_same_time_see_their_own()
    {
        var config = Config.Load(Sources.Of());
        using var barrier = new Barrier(2);
        var tasks = Enumerable.Range(1, 2).Select(value => Task.Run(async () =>
        {
            using var scope = config.Override(TestSettings.Size, value);
            barrier.SignalAndWait();
            var seen = config.Get(TestSettings.Size);
            await Task.Yield();
            barrier.SignalAndWait();
            return (seen, Later: config.Get(TestSettings.Size));
        })).ToArray();
        Assert.That(await Task.WhenAll(tasks).Soon(), Is.EqualTo(new[] { (1L, 1L), (2L, 2L) }));
        Assert.That(config.Get(TestSettings.Size), Is.EqualTo(65_536));
    }

    [Test]
    public async Task It_reaches_tasks_that_are_started_inside_and_ends_for_them_too()
    {
        var config = Config.Load(Sources.Of());
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<(long Inside, long After)> task;
        using (config.Override(TestSettings.Size, 5))
        {
            var entered = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
            task = Task.Run(async () =>
            {
                entered.SetResult(config.Get(TestSettings.Size));
                var inside = config.Get(TestSettings.Size);
                await gate.Task;
                return (inside, config.Get(TestSettings.Size));
            });
            Assert.That(await entered.Task.Soon(), Is.EqualTo(5));
        }

        gate.SetResult();
        Assert.That(await task.Soon(), Is.EqualTo((5L, 65_536L)));
    }

    [Test]
    public void Scopes_that_end_in_any_order_restore_the_right_value()
    {
        var config = Config.Load(Sources.Of());
        var one = config.Override(TestSettings.Size, 1);
        var two = config.Override(TestSettings.Size, 2);
        var three = config.Override(TestSettings.Size, 3);
        var other = config.Override(TestSettings.Few, (byte)9);
        two.Dispose();
        Assert.That(config.Get(TestSettings.Size), Is.EqualTo(3));
        three.Dispose();
        Assert.That(config.Get(TestSettings.Size), Is.EqualTo(1));
        var four = config.Override(TestSettings.Size, 4);
        one.Dispose();
        one.Dispose();
        Assert.That(config.Get(TestSettings.Size), Is.EqualTo(4));
        four.Dispose();
        Assert.That(config.Get(TestSettings.Size), Is.EqualTo(65_536));
        Assert.That(config.Get(TestSettings.Few), Is.EqualTo(9));
        other.Dispose();
        Assert.That(config.Get(TestSettings.Few), Is.EqualTo(3));
    }

    [Test]
    public void It_wins_over_what_is_set_inside_it()
    {
        var config = Config.Load(Sources.Of());
        using (config.Override(TestSettings.Size, 1))
        {
            config.Set(TestSettings.Size, 2);
            Assert.That(config.Get(TestSettings.Size), Is.EqualTo(1));
        }

        Assert.That(config.Get(TestSettings.Size), Is.EqualTo(2));
    }

    [Test]
    public async Task An_async_method_overrides_for_itself()
    {
        var config = Config.Load(Sources.Of());
        await OverrideAsync();
        Assert.That(config.Get(TestSettings.Size), Is.EqualTo(65_536));

        async Task OverrideAsync()
        {
            await Task.Yield();
            config.Override(TestSettings.Size, 1);
            Assert.That(config.Get(TestSettings.Size), Is.EqualTo(1));
        }
    }
}
