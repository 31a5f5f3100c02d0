using Hyperactor.Sync;

namespace Hyperactor.Tests.Sync;

public sealed class FlagTests
{
    [Test]
    public async Task It_is_unset_until_it_is_signalled_and_then_for_good()
    {
        var (flag, guard) = Flag.Guarded();
        Assert.That(flag.IsSet, Is.False);
        Assert.That(guard.Signal(), Is.True);
        Assert.That(flag.IsSet, Is.True);
        await flag.WaitAsync().Soon();
        await flag.WaitAsync().Soon();
        Assert.That(flag.IsSet, Is.True);
    }

    [Test]
    public async Task All_who_waited_before_hear_of_it()
    {
        var (flag, guard) = Flag.Guarded();
        var waits = Enumerable.Range(0, 10).Select(_ => flag.WaitAsync()).ToArray();
        Assert.That(waits.Any(w => w.IsCompleted), Is.False);
        guard.Signal();
        await Task.WhenAll(waits).Soon();
    }

    [Test]
    public void Only_the_first_signal_counts()
    {
        var (flag, guard) = Flag.Guarded();
        Assert.That((guard.Signal(), guard.Signal()), Is.EqualTo((true, false)));
        guard.Dispose();
        guard.Dispose();
        Assert.That(flag.IsSet, Is.True);
    }

    [Test]
    public async Task A_guard_that_is_disposed_sets_it_also_when_its_scope_is_left_by_an_exception()
    {
        var (flag, guard) = Flag.Guarded();
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
        {
            using (guard)
            {
                throw new InvalidOperationException();
            }
        });
        Assert.That(flag.IsSet, Is.True);
    }

    [Test]
    public async Task A_wait_that_is_cancelled_leaves_the_others_and_the_flag_alone()
    {
        var (flag, guard) = Flag.Guarded();
        using var impatience = new CancellationTokenSource();
        var impatient = flag.WaitAsync(impatience.Token);
        var patient = flag.WaitAsync();
        await impatience.CancelAsync();
        await Assert.ThrowsAsync<TaskCanceledException>(() => impatient.Soon());
        Assert.That((flag.IsSet, patient.IsCompleted), Is.EqualTo((false, false)));
        guard.Signal();
        await patient.Soon();
    }

    [Test]
    public async Task A_flag_that_is_set_is_stronger_than_a_token_that_is_cancelled()
    {
        var (flag, guard) = Flag.Guarded();
        guard.Signal();
        await flag.WaitAsync(new CancellationToken(canceled: true)).Soon();
    }

    [Test]
    public async Task Waiters_do_not_continue_on_the_stack_of_the_one_who_signals()
    {
        var (flag, guard) = Flag.Guarded();
        using var cancellation = new CancellationTokenSource();
        using var signalled = new ManualResetEventSlim();
        Task[] waits = [WaitAsync(default), WaitAsync(cancellation.Token)];
        guard.Signal();
        signalled.Set();
        await Task.WhenAll(waits).Soon();

        // Were it on the signaller's stack, it would wait for what that does next.
        async Task WaitAsync(CancellationToken token)
        {
            await flag.WaitAsync(token);
            Assert.That(signalled.Wait(Patience.Limit, CancellationToken.None), Is.True);
        }
    }

    [Test]
    [Repeat(200)]
    public async Task A_signal_is_never_missed()
    {
        var (flag, guard) = Flag.Guarded();
        var wait = Task.Run(() => flag.WaitAsync());
        guard.Signal();
        await wait.Soon();
    }
}
