using Hyperactor.Processes;

namespace Hyperactor.Tests.Processes;

/// <summary>What initializing does, in processes of their own, and its parts in this one.</summary>
[CancelAfter(120_000)]
public sealed class HyperactorProcessTests
{
    private const string Variable = "HYPERACTOR_TEST_PREFIX";

    [Test]
    [Category("EndToEnd")]
    public async Task A_process_is_initialized_once()
    {
        var end = await TestProgram.RunAsync("initialize");
        Assert.Multiple(() =>
        {
            Assert.That(end.Output[0], Is.EqualTo("equal options: True"));
            Assert.That(end.Output[1], Is.EqualTo("no options: True"));
            Assert.That(
                end.Output[2], Does.StartWith("other options: FIRST stays; ").And.Contains("LogPrefixVariable = SECOND"));
        });
    }

    [Test]
    [Category("EndToEnd")]
    public async Task An_exception_that_ends_the_process_is_written_with_its_prefix_and_its_cause()
    {
        var file = Path.GetTempFileName();
        await using var program = TestProgram.StartWith(new() { [Variable] = "rank 3" }, "crash", "throw", file);
        var end = await program.EndAsync();
        var crash = await File.ReadAllTextAsync(file);
        File.Delete(file);
        Assert.Multiple(() =>
        {
            Assert.That(end.ExitCode, Is.Not.Zero, "capturing does not change the end");
            foreach (var text in new[] { end.Errors, crash })
            {
                Assert.That(text, Does.Contain("[rank 3] unhandled exception: System.InvalidOperationException: ")
                    .And.Contains("nobody caught this")
                    .And.Contains("CrashProgram.Run")
                    .And.Contains("---> System.FormatException: the cause"));
            }

            Assert.That(crash, Does.Match($@"^\d{{4}}-\d\d-\d\dT\S+ {program.Id} \["));
        });
    }

    [Test]
    [Category("EndToEnd")]
    public async Task The_prefix_is_read_when_something_is_written()
    {
        await using var program = TestProgram.StartWith(new() { [Variable] = "old" }, "crash", "rename");
        var end = await program.EndAsync();
        Assert.That(end.Errors, Does.Contain("[renamed] unhandled exception").And.Not.Contains("[old]"));
    }

    [Test]
    [Category("EndToEnd")]
    public async Task An_exception_that_nobody_awaited_is_written_and_ends_nothing()
    {
        var end = await TestProgram.RunAsync("crash", "task");
        Assert.Multiple(() =>
        {
            Assert.That(end.ExitCode, Is.Zero);
            Assert.That(end.Output, Is.EqualTo(new[] { "still here" }));
            Assert.That(end.Errors, Does.Contain("[-] exception of a task that nobody awaited: ")
                .And.Contains("System.InvalidOperationException: nobody awaited this"));
        });
    }

    [Test]
    public void A_crash_file_that_cannot_be_written_is_reported_too()
    {
        var reports = new List<string>();
        var capture = new FailureCapture(new(null), new() { CrashFile = "/no/such/place/crash" }, reports.Add);
        capture.Write("it broke", new Failures.HostileException());
        Assert.Multiple(() =>
        {
            Assert.That(reports, Has.Count.EqualTo(2));
            Assert.That(reports[0], Does.StartWith("it broke: ").And.Contains("<its message threw"));
            Assert.That(reports[1], Does.StartWith("/no/such/place/crash cannot be written: "));
        });
    }

    [Test]
    public void What_is_thrown_need_not_be_an_exception()
    {
        var reports = new List<string>();
        new FailureCapture(new(null), new(), reports.Add).Write("it broke", "a string");
        Assert.That(reports, Is.EqualTo(new[] { "it broke: System.String" }));
    }

    [Test]
    public void Limits_that_make_no_sense_are_refused()
    {
        HyperactorProcessOptions[] wrong =
        [
            new() { CleanupTimeout = TimeSpan.Zero },
            new() { CleanupTimeoutEach = TimeSpan.FromSeconds(-1) },
        ];
        foreach (var options in wrong)
        {
            Assert.That(
                () => new HyperactorProcess(options, new UnixSignals()), Throws.TypeOf<ArgumentOutOfRangeException>());
        }
    }

    [TestCase(null, "[-]")]
    [TestCase("", "[-]")]
    [TestCase("rank 7", "[rank 7]")]
    [TestCase("two\nlines\t", "[two_lines_]")]
    [TestCase("日本", "[日本]")]
    public void A_prefix_is_the_value_of_its_variable(string? value, string expected)
    {
        var variable = $"{Variable}_{Guid.NewGuid():N}";
        var prefix = new LogPrefix(variable);
        Assert.That(prefix.ToString(), Is.EqualTo("[-]"));
        Environment.SetEnvironmentVariable(variable, value);
        Assert.That(prefix.ToString(), Is.EqualTo(expected));
        Environment.SetEnvironmentVariable(variable, null);
        Assert.That(prefix.ToString(), Is.EqualTo("[-]"));
    }

    [Test]
    public void A_prefix_without_a_variable_and_one_that_is_too_long()
    {
        var variable = $"{Variable}_{Guid.NewGuid():N}";
        Environment.SetEnvironmentVariable(variable, new('x', 1000));
        Assert.Multiple(() =>
        {
            Assert.That(new LogPrefix(null).ToString(), Is.EqualTo("[-]"));
            Assert.That(new LogPrefix(variable).ToString(), Has.Length.EqualTo(LogPrefix.LengthMax + 2));
        });
        Environment.SetEnvironmentVariable(variable, null);
    }
}
