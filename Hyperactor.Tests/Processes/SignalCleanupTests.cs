using Hyperactor.Processes;
using Microsoft.Extensions.Time.Testing;

namespace Hyperactor.Tests.Processes;

/// <summary>The order and the limits of cleanups, on a platform that only pretends.</summary>
public sealed class SignalCleanupTests
{
    private readonly CountingTime _time = new();
    private readonly FakeSignals _platform = new();
    private readonly List<string> _reports = [];
    private readonly List<string> _ran = [];
    private SignalCleanup _signals = null!;

    [SetUp]
    public void SetUp()
    {
        _platform.Reset();
        _time.Reset();
        _reports.Clear();
        _ran.Clear();
        var options = new HyperactorProcessOptions
        {
            CleanupTimeout = TimeSpan.FromSeconds(10),
            CleanupTimeoutEach = TimeSpan.FromSeconds(4),
            RedirectBrokenStreams = false,
            Time = _time,
        };
        _signals = new(_platform, options, Report);
    }

    [Test]
    public void Nothing_is_installed_before_the_first_and_after_the_last()
    {
        Assert.That(_platform.Watches, Is.Zero);
        var first = _signals.Register(_ => default);
        using (_signals.RegisterScoped(_ => default))
        {
            Assert.That((_platform.Watches, _signals.Count), Is.EqualTo((1, 2)));
        }

        Assert.That((_platform.Watches, _signals.Count), Is.EqualTo((1, 1)));
        Assert.That(_signals.Unregister(first), Is.True);
        Assert.That((_platform.Watches, _signals.Count), Is.EqualTo((0, 0)));
        _signals.Register(_ => default);
        Assert.That(_platform.Watches, Is.EqualTo(1));
    }

    [Test]
    public void What_is_not_registered_cannot_be_unregistered()
    {
        var guard = _signals.RegisterScoped(_ => default);
        Assert.That(_signals.Unregister(guard.Id + 1), Is.False);
        Assert.That(_signals.Unregister(guard.Id), Is.True);
        Assert.That(_signals.Unregister(guard.Id), Is.False);
        guard.Dispose();
        guard.Dispose();
        Assert.That(_signals.Register(_ => default), Is.Not.EqualTo(guard.Id));
    }

    [Test]
    public async Task The_latest_runs_first_and_then_the_process_ends()
    {
        Add("one");
        Add("two");
        _platform.Send(15);
        await _signals.Ended.Soon();
        Assert.Multiple(() =>
        {
            Assert.That(_ran, Is.EqualTo(new[] { "two", "one" }));
            Assert.That(_platform.EndedBy, Is.EqualTo(new[] { 15 }));
            Assert.That(_platform.Watches, Is.Zero);
            Assert.That(_reports, Is.Empty);
        });
    }

    [Test]
    public async Task Whatever_a_cleanup_throws_is_reported_and_stops_no_other()
    {
        Add("one");
        _signals.Register(_ => throw new Failures.HostileException());
        _signals.Register(_ => ValueTask.FromException(new FormatException("later")));
        _signals.Register(_ => ValueTask.FromException(new TimeoutException("its own")));
        _signals.Register(_ => ValueTask.FromCanceled(new CancellationToken(canceled: true)));
        _platform.Send(2);
        await _signals.Ended.Soon();
        Assert.Multiple(() =>
        {
            Assert.That(_ran, Is.EqualTo(new[] { "one" }));
            Assert.That(_platform.EndedBy, Is.EqualTo(new[] { 2 }));
            Assert.That(_reports, Has.Count.EqualTo(4));
            Assert.That(_reports[0], Does.StartWith("cleanup 5 failed: System.Threading.Tasks.TaskCanceledException"));
            Assert.That(_reports[1], Does.StartWith("cleanup 4 failed: System.TimeoutException: its own"));
            Assert.That(_reports[2], Does.StartWith("cleanup 3 failed: System.FormatException: later"));
            Assert.That(_reports[3], Does.Contain("HostileException: <its message threw"));
        });
    }

    [Test]
    public async Task One_that_hangs_loses_its_own_time_only()
    {
        CancellationToken stop = default;
        Add("one");
        _signals.Register(token =>
        {
            stop = token;
            return new(new TaskCompletionSource().Task);
        });
        _platform.Send(15);
        await PassAsync(cleanups: 1, TimeSpan.FromSeconds(3.6));
        await Patience.Until(() => stop.IsCancellationRequested);
        Assert.That(_signals.Ended.IsCompleted, Is.False, "a tenth of its time is left for giving up");
        _time.Advance(TimeSpan.FromSeconds(0.4));
        await _signals.Ended.Soon();
        Assert.Multiple(() =>
        {
            Assert.That(_ran, Is.EqualTo(new[] { "one" }));
            Assert.That(_reports.Single(), Is.EqualTo("cleanup 2 did not end within 00:00:04 and was left behind"));
        });
    }

    [Test]
    public async Task One_that_gives_up_in_time_is_not_left_behind()
    {
        _signals.Register(async token => await Task.Delay(Timeout.Infinite, token));
        _platform.Send(15);
        await PassAsync(cleanups: 1, TimeSpan.FromSeconds(3.6));
        await _signals.Ended.Soon();
        Assert.That(_reports.Single(), Is.EqualTo("cleanup 1 did not end within 00:00:04 and gave up"));
    }

    [Test]
    public async Task All_together_have_a_limit_and_those_that_did_not_run_are_counted()
    {
        for (var i = 0; i < 6; i++)
        {
            _signals.Register(_ => new(new TaskCompletionSource().Task));
        }

        _platform.Send(15);
        await PassAsync(cleanups: 1, TimeSpan.FromSeconds(4));
        await PassAsync(cleanups: 2, TimeSpan.FromSeconds(4));
        await PassAsync(cleanups: 3, TimeSpan.FromSeconds(2));
        await _signals.Ended.Soon();
        Assert.Multiple(() =>
        {
            Assert.That(_reports, Is.EqualTo(new[]
            {
                "cleanup 6 did not end within 00:00:04 and was left behind",
                "cleanup 5 did not end within 00:00:04 and was left behind",
                "cleanup 4 did not end within 00:00:02 and was left behind",
                "3 cleanups did not run: 00:00:10 were over",
            }));
            Assert.That(_platform.EndedBy, Is.EqualTo(new[] { 15 }));
        });
    }

    [Test]
    public async Task The_second_signal_does_not_wait()
    {
        var entered = new TaskCompletionSource();
        _signals.Register(_ =>
        {
            entered.SetResult();
            return new(new TaskCompletionSource().Task);
        });
        _platform.Send(15);
        await entered.Task.Soon();
        _platform.Send(2);
        Assert.That(_platform.EndedBy, Is.EqualTo(new[] { 2 }));
    }

    [Test]
    public async Task Cleanups_may_register_and_unregister_cleanups()
    {
        var first = Add("first");
        Add("second");
        _signals.Register(_ =>
        {
            Add("late");
            Assert.That(_signals.Unregister(first), Is.True);
            return default;
        });
        _platform.Send(15);
        await _signals.Ended.Soon();
        Assert.That(_ran, Is.EqualTo(new[] { "late", "second" }));
        Assert.That(_reports, Is.Empty);
    }

    [Test]
    public async Task A_cleanup_that_has_started_cannot_be_unregistered_and_its_guard_does_not_mind()
    {
        SignalRegistration guard = null!;
        bool? unregistered = null;
        guard = _signals.RegisterScoped(_ =>
        {
            unregistered = _signals.Unregister(guard.Id);
            guard.Dispose();
            return default;
        });
        _platform.Send(15);
        await _signals.Ended.Soon();
        Assert.That(unregistered, Is.False);
        Assert.That(_platform.EndedBy, Is.EqualTo(new[] { 15 }));
    }

    [Test]
    public void What_is_refused_is_not_registered()
    {
        _platform.IsMissing = true;
        Assert.That(() => _signals.Register(_ => default), Throws.TypeOf<PlatformNotSupportedException>());
        Assert.That(() => _signals.Register(null!), Throws.ArgumentNullException);
        Assert.That(_signals.Count, Is.Zero);
    }

    private long Add(string name) => _signals.Register(_ =>
    {
        _ran.Add(name);
        return default;
    });

    private void Report(string text)
    {
        lock (_reports)
        {
            _reports.Add(text);
        }
    }

    /// <summary>
    /// Lets time pass once so many cleanups have been given theirs: each has a timer for its token and one for it.
    /// </summary>
    private async Task PassAsync(int cleanups, TimeSpan time)
    {
        await Patience.Until(() => _time.Timers == 2 * cleanups);
        _time.Advance(time);
    }

    private sealed class CountingTime : FakeTimeProvider
    {
        private int _timers;

        internal int Timers => Volatile.Read(ref _timers);

        internal void Reset() => _timers = 0;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            Interlocked.Increment(ref _timers);
            return timer;
        }
    }

    private sealed class FakeSignals : SignalPlatform
    {
        private readonly List<Action<int>> _received = [];

        internal int Watches => _received.Count;

        internal List<int> EndedBy { get; } = [];

        internal bool IsMissing { get; set; }

        internal void Reset()
        {
            _received.Clear();
            EndedBy.Clear();
            IsMissing = false;
        }

        internal void Send(int signal) => _received.Single()(signal);

        internal override IDisposable Watch(Action<int> received)
        {
            if (IsMissing)
            {
                throw new PlatformNotSupportedException();
            }

            _received.Add(received);
            return new Watching(() => _received.Remove(received));
        }

        internal override void EndBy(int signal) => EndedBy.Add(signal);
    }

    private sealed class Watching(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
