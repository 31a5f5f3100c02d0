using Hyperactor.Processes;

namespace Hyperactor.Tests.Processes;

/// <summary>Signals that are sent to real processes, and how those end as the system sees it.</summary>
[Category("EndToEnd")]
[Platform("Linux")]
[CancelAfter(120_000)]
public sealed class SignalProcessTests
{
    [Test]
    public async Task A_cleanup_runs_and_the_parent_sees_the_signal(
        [Values(Signals.Interrupt, Signals.Terminate)] int signal)
    {
        var end = await SignalAsync(signal, "one");
        Assert.Multiple(() =>
        {
            Assert.That(end.Then, Is.EqualTo(new[] { "cleaning one", "cleaned one", $"killed {signal}" }));
            Assert.That(end.Errors, Is.Empty);
        });
    }

    [Test]
    public async Task To_NET_a_process_that_a_signal_ended_has_a_code_above_128()
    {
        await using var program = TestProgram.Start("signals", "one");
        TestProgram.Signal(await program.ReadyAsync(), Signals.Terminate);
        Assert.That((await program.EndAsync()).ExitCode, Is.EqualTo(128 + Signals.Terminate));
    }

    [Test]
    public async Task The_latest_cleanup_runs_first_and_each_after_the_other()
    {
        var end = await SignalAsync(Signals.Terminate, "one", "two", "three");
        Assert.That(end.Then, Is.EqualTo(new[]
        {
            "cleaning three", "cleaned three",
            "cleaning two", "cleaned two",
            "cleaning one", "cleaned one",
            "killed 15",
        }));
    }

    [Test]
    public async Task A_cleanup_that_throws_is_written_down_and_stops_no_other()
    {
        var end = await SignalAsync(Signals.Terminate, "one", "throw", "three");
        Assert.Multiple(() =>
        {
            Assert.That(end.Then, Is.EqualTo(new[]
            {
                "cleaning three", "cleaned three", "cleaning throw", "cleaning one", "cleaned one", "killed 15",
            }));
            Assert.That(end.Errors, Does.StartWith(
                "[-] cleanup 2 failed: System.InvalidOperationException: the cleanup broke\n   at "));
        });
    }

    [Test]
    public async Task Without_a_cleanup_the_default_applies([Values(Signals.Interrupt, Signals.Terminate)] int signal)
    {
        var end = await SignalAsync(signal);
        Assert.That(end.Then, Is.EqualTo(new[] { $"killed {signal}" }));
    }

    [Test]
    public async Task What_was_unregistered_does_not_run()
    {
        var last = await SignalAsync(Signals.Terminate, "one", "unregister");
        var oneOfTwo = await SignalAsync(Signals.Terminate, "one", "two", "unregister");
        Assert.Multiple(() =>
        {
            Assert.That(last.Output[0], Is.EqualTo("unregistered True"));
            Assert.That(last.Then, Is.EqualTo(new[] { "killed 15" }));
            Assert.That(oneOfTwo.Then, Is.EqualTo(new[] { "cleaning one", "cleaned one", "killed 15" }));
        });
    }

    [Test]
    public async Task The_second_signal_ends_it_at_once_whatever_hangs(
        [Values("hang", "block")] string how, [Values(Signals.Interrupt, Signals.Terminate)] int second)
    {
        await using var program = TestProgram.Start("status", "", "signals", "one", how);
        var process = await program.ReadyAsync();
        TestProgram.Signal(process, Signals.Terminate);
        await program.LineAsync($"cleaning {how}");
        TestProgram.Signal(process, second);
        Assert.That((await program.EndAsync()).Then, Is.EqualTo(new[] { $"cleaning {how}", $"killed {second}" }));
    }

    [Test]
    public async Task What_hangs_for_too_long_is_left_behind_and_it_ends_all_the_same(
        [Values("hang", "block")] string how)
    {
        var end = await SignalAsync(Signals.Terminate, "all:1000", "one", how);
        Assert.Multiple(() =>
        {
            Assert.That(end.Then, Is.EqualTo(new[] { $"cleaning {how}", "killed 15" }));
            Assert.That(end.Errors, Does.Contain("[-] cleanup 2 did not end within ").And.Contains("was left behind")
                .And.Contains("[-] 1 cleanups did not run"));
        });
    }

    [Test]
    public async Task What_looks_at_its_token_can_give_up_in_time()
    {
        var end = await SignalAsync(Signals.Terminate, "each:1000", "one", "wait");
        Assert.Multiple(() =>
        {
            Assert.That(end.Then, Is.EqualTo(new[] { "cleaning wait", "cleaning one", "cleaned one", "killed 15" }));
            Assert.That(end.Errors, Does.Contain("cleanup 2 did not end within ").And.Contains("gave up"));
        });
    }

    [Test]
    public async Task What_is_registered_while_cleaning_runs_next()
    {
        var end = await SignalAsync(Signals.Terminate, "one", "more");
        Assert.That(end.Then, Is.EqualTo(new[]
        {
            "cleaning more", "cleaned more",
            "cleaning late", "cleaned late",
            "cleaning one", "cleaned one",
            "killed 15",
        }));
    }

    [Test]
    public async Task An_interrupt_that_is_inherited_as_ignored_stays_ignored()
    {
        await using var program = TestProgram.Start("status", "trap '' INT;", "signals", "one");
        var process = await program.ReadyAsync();
        TestProgram.Signal(process, Signals.Interrupt);
        TestProgram.Signal(process, Signals.Terminate);
        Assert.That((await program.EndAsync()).Then, Is.EqualTo(new[] { "cleaning one", "cleaned one", "killed 15" }));
    }

    [Test]
    public async Task The_dispositions_are_those_of_the_process()
    {
        var normal = await TestProgram.RunAsync("dispositions", "1", "13");
        var inherited = await TestProgram.RunAsync("status", "trap '' HUP INT;", "dispositions", "1", "2");
        Assert.Multiple(() =>
        {
            Assert.That(normal.Output, Is.EqualTo(new[]
            {
                "before 1 default", "before 13 ignored",
                "initialized 1 default", "initialized 13 ignored",
                "after 1 default", "after 13 ignored",
            }));
            Assert.That(inherited.Output, Is.EqualTo(new[]
            {
                "before 1 ignored", "before 2 ignored",
                "initialized 1 ignored", "initialized 2 ignored",
                "after 1 ignored", "after 2 ignored",
                "exited 0",
            }));
        });
    }

    private static async Task<ProgramEnd> SignalAsync(int signal, params IEnumerable<string> steps)
    {
        await using var program = TestProgram.Start(["status", "", "signals", .. steps]);
        TestProgram.Signal(await program.ReadyAsync(), signal);
        return await program.EndAsync();
    }
}
