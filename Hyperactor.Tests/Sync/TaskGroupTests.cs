using System.Runtime.CompilerServices;
using CsCheck;
using Hyperactor.Sync;

namespace Hyperactor.Tests.Sync;

public sealed class TaskGroupTests
{
    [Test]
    public async Task A_group_that_was_closed_completes_with_its_last_task()
    {
        await using var group = new TaskGroup();
        var gates = new[] { new TaskCompletionSource(), new TaskCompletionSource() };
        Assert.That(group.Run(_ => gates[0].Task) && group.Run(_ => gates[1].Task), Is.True);
        var completion = group.Close();
        gates[1].SetResult();
        Assert.That(
            (group.Status, completion.IsCompleted, group.Unfinished),
            Is.EqualTo((TaskGroupStatus.Running, false, 1)));
        gates[0].SetResult();
        Assert.That(await completion.Soon(), Is.EqualTo(TaskGroupStatus.Completed));
        Assert.That((group.Status, group.Unfinished), Is.EqualTo((TaskGroupStatus.Completed, 0)));
    }

    [Test]
    public async Task A_group_without_tasks_completes_when_it_is_closed_and_not_before()
    {
        await using var group = new TaskGroup();
        group.Run(_ => Task.CompletedTask);
        Assert.That(group.Status, Is.EqualTo(TaskGroupStatus.Running));
        Assert.That(await group.Close().Soon(), Is.EqualTo(TaskGroupStatus.Completed));
        Assert.That(await group.Close().Soon(), Is.EqualTo(TaskGroupStatus.Completed));
    }

    [Test]
    public async Task The_first_failure_cancels_the_others_and_is_the_reason()
    {
        await using var group = new TaskGroup();
        var fail = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource();
        group.Run(async token =>
        {
            await using var registration = token.Register(cancelled.SetResult);
            await Task.Delay(Timeout.Infinite, token);
        });
        group.Run(_ => fail.Task);
        fail.SetException(new InvalidOperationException("boom"));
        Assert.That(await group.Completion.Soon(), Is.EqualTo(TaskGroupStatus.Failed));
        await cancelled.Task.Soon();
        await group.DisposeAsync().AsTask().Soon();
        Assert.Multiple(() =>
        {
            Assert.That(group.Failures.Single().Message, Is.EqualTo("boom"));
            Assert.That(group.Status, Is.EqualTo(TaskGroupStatus.Failed));
            Assert.That(group.Unfinished, Is.Zero);
        });
    }

    [Test]
    public async Task What_is_thrown_before_the_first_await_is_a_failure_too()
    {
        await using var group = new TaskGroup();
        Assert.That(group.Run(_ => throw new FormatException("at once")), Is.True);
        Assert.That(await group.Completion.Soon(), Is.EqualTo(TaskGroupStatus.Failed));
        Assert.That(group.Failures.Single(), Is.TypeOf<FormatException>());
    }

    [Test]
    public async Task A_task_that_is_null_is_a_failure_too()
    {
        await using var group = new TaskGroup();
        group.Run(_ => null!);
        Assert.That(await group.Completion.Soon(), Is.EqualTo(TaskGroupStatus.Failed));
    }

    [Test]
    public async Task A_cancellation_that_is_not_the_groups_own_is_a_failure()
    {
        await using var group = new TaskGroup();
        group.Run(_ => Task.FromCanceled(new CancellationToken(canceled: true)));
        Assert.That(await group.Completion.Soon(), Is.EqualTo(TaskGroupStatus.Failed));
        Assert.That(group.Failures.Single(), Is.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task Failing_from_outside_is_like_a_task_that_throws()
    {
        await using var group = new TaskGroup();
        group.Run(token => Task.Delay(Timeout.Infinite, token));
        Assert.That(group.Fail(new InvalidOperationException("first")), Is.True);
        Assert.That(group.Fail(new InvalidOperationException("second")), Is.False);
        Assert.That(await group.Completion.Soon(), Is.EqualTo(TaskGroupStatus.Failed));
        Assert.That(group.Failures.Single().Message, Is.EqualTo("first"));
    }

    [Test]
    public async Task Aborting_cancels_and_is_no_failure()
    {
        await using var group = new TaskGroup();
        var cancelled = new TaskCompletionSource();
        group.Run(async token =>
        {
            try
            {
                await Task.Delay(Timeout.Infinite, token);
            }
            finally
            {
                cancelled.SetResult();
            }
        });
        Assert.That((group.Abort(), group.Abort()), Is.EqualTo((true, false)));
        Assert.That(await group.Completion.Soon(), Is.EqualTo(TaskGroupStatus.Aborted));
        await cancelled.Task.Soon();
        Assert.That(group.Failures, Is.Empty);
    }

    [Test]
    public async Task Disposing_aborts_and_waits_for_the_tasks()
    {
        var group = new TaskGroup();
        var gate = new TaskCompletionSource();
        group.Run(_ => gate.Task);
        var disposing = group.DisposeAsync().AsTask();
        Assert.That(await group.Completion.Soon(), Is.EqualTo(TaskGroupStatus.Aborted));
        Assert.That((disposing.IsCompleted, group.Unfinished), Is.EqualTo((false, 1)));
        gate.SetResult();
        await disposing.Soon();
        await group.DisposeAsync().AsTask().Soon();
        Assert.That(group.Unfinished, Is.Zero);
    }

    [Test]
    public async Task Disposing_a_group_that_has_completed_changes_nothing()
    {
        var group = new TaskGroup();
        await group.Close().Soon();
        await group.DisposeAsync().AsTask().Soon();
        Assert.That(group.Status, Is.EqualTo(TaskGroupStatus.Completed));
    }

    [Test]
    public async Task A_group_that_has_stopped_or_was_closed_says_that_it_takes_no_task()
    {
        await using var aborted = new TaskGroup();
        aborted.Abort();
        await using var closed = new TaskGroup();
        await closed.Close().Soon();
        await using var closing = new TaskGroup();
        var gate = new TaskCompletionSource();
        closing.Run(_ => gate.Task);
        var called = false;
        _ = closing.Close();
        Assert.That(
            (aborted.Run(Call), closed.Run(Call), closing.Run(Call), called), Is.EqualTo((false, false, false, false)));
        gate.SetResult();

        Task Call(CancellationToken token)
        {
            called = true;
            return Task.CompletedTask;
        }
    }

    [Test]
    public async Task What_is_thrown_after_the_end_is_kept_and_does_not_change_the_end()
    {
        await using var group = new TaskGroup();
        var gates = new[] { new TaskCompletionSource(), new TaskCompletionSource() };
        group.Run(_ => gates[0].Task);
        group.Run(_ => gates[1].Task);
        group.Abort();
        gates[0].SetException(new InvalidOperationException("late"));
        gates[1].SetException(new InvalidOperationException("later"));
        Assert.That(await group.Completion.Soon(), Is.EqualTo(TaskGroupStatus.Aborted));
        Assert.That(group.Failures.Select(f => f.Message), Is.EqualTo(new[] { "late", "later" }));
    }

    [Test]
    public async Task A_callback_of_the_token_that_throws_is_kept_too()
    {
        var group = new TaskGroup();
        group.Run(async token =>
        {
            await using var registration = token.Register(() => throw new InvalidOperationException("callback"));
            await Task.Delay(Timeout.Infinite, token);
        });
        group.Abort();
        await group.DisposeAsync().AsTask().Soon();
        Assert.That(group.Failures.Single().InnerException!.Message, Is.EqualTo("callback"));
    }

    [Test]
    public async Task The_token_it_was_given_aborts_it()
    {
        using var outer = new CancellationTokenSource();
        await using var group = new TaskGroup(outer.Token);
        group.Run(token => Task.Delay(Timeout.Infinite, token));
        await outer.CancelAsync();
        Assert.That(await group.Completion.Soon(), Is.EqualTo(TaskGroupStatus.Aborted));
        await using var late = new TaskGroup(outer.Token);
        Assert.That(late.Status, Is.EqualTo(TaskGroupStatus.Aborted));
    }

    [Test]
    [Repeat(50)]
    public async Task A_task_that_hears_of_the_outer_token_first_aborts_too()
    {
        using var outer = new CancellationTokenSource();
        await using var group = new TaskGroup(outer.Token);
        group.Run(_ => Task.Delay(Timeout.Infinite, outer.Token));
        var completion = group.Close();
        await outer.CancelAsync();
        Assert.That(await completion.Soon(), Is.EqualTo(TaskGroupStatus.Aborted));
        Assert.That(group.Failures, Is.Empty);
    }

    [Test]
    [Repeat(50)]
    public async Task Of_failing_aborting_and_completing_at_once_exactly_one_wins()
    {
        await using var group = new TaskGroup();
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        group.Run(_ => start.Task);
        var failing = Task.Run(async () =>
        {
            await start.Task;
            return group.Fail(new InvalidOperationException());
        });
        var aborting = Task.Run(async () =>
        {
            await start.Task;
            return group.Abort();
        });
        var completion = group.Close();
        start.SetResult();
        var wins = (await failing.Soon(), await aborting.Soon());
        var status = await completion.Soon();
        Assert.That(wins, Is.EqualTo((status == TaskGroupStatus.Failed, status == TaskGroupStatus.Aborted)));
        Assert.That(group.Status, Is.EqualTo(status));
    }

    [Test]
    public void It_does_what_the_model_does_whatever_happens() => Gen.Int[0, 99].Array[0, 40].Sample(steps =>
    {
        var group = new TaskGroup();
        var model = new Model();
        var tasks = new List<TaskCompletionSource>();
        foreach (var step in steps)
        {
            switch (step)
            {
                case < 45:
                    var task = new TaskCompletionSource();
                    if (group.Run(_ => task.Task) != model.Run())
                    {
                        return false;
                    }

                    tasks.Add(task);
                    if (!model.LastRan)
                    {
                        tasks.Remove(task);
                    }

                    break;

                case < 85 when tasks.Count > 0:
                    var ended = tasks[step % tasks.Count];
                    tasks.Remove(ended);
                    model.End(failed: step >= 80);
                    if (step >= 80)
                    {
                        ended.SetException(new InvalidOperationException());
                    }
                    else
                    {
                        ended.SetResult();
                    }

                    break;

                case >= 85 and < 90 when group.Abort() != model.Stop(TaskGroupStatus.Aborted):
                case >= 90 and < 93 when group.Fail(new FormatException()) != model.Stop(TaskGroupStatus.Failed):
                    return false;

                case >= 97:
                    _ = group.Close();
                    model.Close();
                    break;
            }

            if ((group.Status, group.Unfinished) != (model.Status, tasks.Count))
            {
                return false;
            }
        }

        return true;
    });

    [Test]
    public async Task A_hundred_thousand_tasks_that_have_ended_leave_nothing_behind()
    {
        await using var group = new TaskGroup();
        var witnesses = RunMany(group, 100_000);
        Assert.That(group.Unfinished, Is.Zero);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.That(witnesses.Count(w => w.IsAlive), Is.LessThan(10));
    }

    [Test]
    public void A_token_does_not_keep_the_groups_that_have_ended()
    {
        using var outer = new CancellationTokenSource();
        var witnesses = EndMany(1000, outer.Token);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.That(witnesses.Count(w => w.IsAlive), Is.LessThan(10));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference[] RunMany(TaskGroup group, int count)
    {
        var witnesses = new WeakReference[count];
        for (var i = 0; i < count; i++)
        {
            var held = new object();
            witnesses[i] = new(held);
            group.Run(async _ =>
            {
                await Task.CompletedTask;
                GC.KeepAlive(held);
            });
        }

        return witnesses;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference[] EndMany(int count, CancellationToken outer)
    {
        var witnesses = new WeakReference[count];
        for (var i = 0; i < count; i++)
        {
            var group = new TaskGroup(outer);
            _ = i % 2 == 0 ? group.Close() : group.Abort() ? group.Completion : null;
            witnesses[i] = new(group);
        }

        return witnesses;
    }

    /// <summary>What a group should do, one thing after another.</summary>
    private sealed class Model
    {
        private int _unfinished;
        private bool _closed;

        internal TaskGroupStatus Status { get; private set; }

        internal bool LastRan { get; private set; }

        internal bool Run()
        {
            LastRan = Status == TaskGroupStatus.Running && !_closed;
            _unfinished += LastRan ? 1 : 0;
            return LastRan;
        }

        internal void End(bool failed)
        {
            if (failed)
            {
                Stop(TaskGroupStatus.Failed);
            }

            _unfinished--;
            Settle();
        }

        internal bool Stop(TaskGroupStatus status)
        {
            var isFirst = Status == TaskGroupStatus.Running;
            Status = isFirst ? status : Status;
            return isFirst;
        }

        internal void Close()
        {
            _closed = true;
            Settle();
        }

        private void Settle()
        {
            if (_closed && _unfinished == 0)
            {
                Stop(TaskGroupStatus.Completed);
            }
        }
    }
}
