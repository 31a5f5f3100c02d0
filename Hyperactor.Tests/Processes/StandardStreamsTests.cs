using System.IO.Pipes;
using System.Runtime.Versioning;
using Hyperactor.Processes;

namespace Hyperactor.Tests.Processes;

/// <summary>Streams whose readers have gone, in processes that can spare theirs.</summary>
[Category("EndToEnd")]
[Platform("Linux")]
[UnsupportedOSPlatform("windows")]
[CancelAfter(120_000)]
public sealed class StandardStreamsTests
{
    private DirectoryInfo _directory = null!;

    private string Results => Path.Combine(_directory.FullName, "results");

    private string Log => Path.Combine(_directory.FullName, "log");

    private Dictionary<string, string> Environment => new() { ["TMPDIR"] = _directory.FullName };

    [SetUp]
    public void SetUp() => _directory = Directory.CreateTempSubdirectory("streams-");

    [TearDown]
    public void TearDown() => _directory.Delete(recursive: true);

    [Test]
    public async Task Streams_that_are_read_are_well()
    {
        await RunAsync(breaks: false, "look");
        Assert.That(File.ReadAllLines(Results), Is.EqualTo(new[] { "output False", "error False" }));
    }

    [Test]
    public async Task A_stream_whose_reader_has_gone_is_broken()
    {
        await RunAsync(breaks: true, "look");
        Assert.That(File.ReadAllLines(Results), Is.EqualTo(new[] { "output True", "error False" }));
    }

    [Test]
    public async Task A_stream_that_is_closed_is_broken()
    {
        await RunAsync(breaks: false, "close");
        Assert.That(File.ReadAllLines(Results), Is.EqualTo(new[] { "output False", "error True" }));
    }

    [Test]
    public void A_descriptor_that_was_never_opened_is_broken() =>
        Assert.That(StandardStreams.IsBroken(100_000), Is.True);

    [Test]
    public void A_pipe_is_broken_when_its_reader_has_gone()
    {
        using var reader = new AnonymousPipeServerStream(PipeDirection.In);
        using var writer = new AnonymousPipeClientStream(PipeDirection.Out, reader.ClientSafePipeHandle);
        var descriptor = (int)writer.SafePipeHandle.DangerousGetHandle();
        Assert.That(StandardStreams.IsBroken(descriptor), Is.False);
        reader.Dispose();
        Assert.That(StandardStreams.IsBroken(descriptor), Is.True);
    }

    [Test]
    public async Task Streams_that_are_well_are_not_redirected()
    {
        var end = await RunAsync(breaks: false, "redirect", Log);
        Assert.Multiple(() =>
        {
            Assert.That(end.Then, Is.EqualTo(new[] { "redirected to ", "ä, whole" }));
            Assert.That(end.Errors.Trim(), Is.EqualTo("and errors too"));
            Assert.That(File.Exists(Log), Is.False);
        });
    }

    [Test]
    public async Task Both_go_to_the_end_of_a_file_if_one_is_broken()
    {
        await File.WriteAllTextAsync(Log, "from before\n");
        var end = await RunAsync(breaks: true, "redirect", Log);
        Assert.Multiple(() =>
        {
            Assert.That(end.Errors, Is.Empty);
            Assert.That(File.ReadAllLines(Log), Is.EqualTo(
                new[] { "from before", $"redirected to {Log}", "and errors too", "ä, whole" }));
            Assert.That(File.ReadAllLines(Results), Is.EqualTo(new[] { "output False", "error False" }));
        });
    }

    [Test]
    public async Task By_default_they_go_to_a_file_that_only_the_user_can_read()
    {
        await using var program = TestProgram.StartWith(Environment, "streams", Results, "redirect");
        var process = await program.ReadyAsync();
        program.BreakOutput();
        await program.GoAsync();
        await program.EndAsync();
        var log = new FileInfo(Path.Combine(DefaultDirectory, $"exit-{process}.log"));
        Assert.Multiple(() =>
        {
            Assert.That(File.ReadAllText(log.FullName), Does.Contain("and errors too"));
            Assert.That(log.UnixFileMode, Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
            Assert.That(
                log.Directory!.UnixFileMode,
                Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
        });
    }

    [Test]
    public async Task A_directory_that_leads_elsewhere_is_refused()
    {
        var elsewhere = _directory.CreateSubdirectory("elsewhere");
        Directory.CreateSymbolicLink(DefaultDirectory, elsewhere.FullName);
        var end = await RunAsync(breaks: true, "redirect");
        Assert.Multiple(() =>
        {
            Assert.That(end.ExitCode, Is.Not.Zero);
            Assert.That(end.Errors, Does.Contain($"{DefaultDirectory} leads elsewhere"));
            Assert.That(elsewhere.GetFiles(), Is.Empty);
        });
    }

    [Test]
    public async Task A_file_that_cannot_be_opened_leaves_the_streams_as_they_are()
    {
        var end = await RunAsync(breaks: true, "redirect", Path.Combine(_directory.FullName, "missing", "log"));
        Assert.That(end.Errors, Does.Contain(nameof(DirectoryNotFoundException)));
    }

    [Test]
    public async Task What_a_cleanup_says_is_kept_when_nobody_reads_it_any_more()
    {
        await using var program = TestProgram.StartWith(Environment, "streams", Results, "signal");
        var process = await program.ReadyAsync();
        program.BreakOutput();
        await program.GoAsync();
        await Patience.Until(() => Text(Results).EndsWith(".log", StringComparison.Ordinal));
        TestProgram.Signal(process, Signals.Terminate);
        await program.EndAsync();
        Assert.That(Text(Text(Results)), Is.EqualTo("said while cleaning\n"));
    }

    private static string Text(string file) => File.Exists(file) ? File.ReadAllText(file) : "";

    private string DefaultDirectory => Path.Combine(_directory.FullName, $"hyperactor-{System.Environment.UserName}");

    private async Task<ProgramEnd> RunAsync(bool breaks, params IEnumerable<string> words)
    {
        await using var program = TestProgram.StartWith(Environment, ["streams", Results, .. words]);
        await program.ReadyAsync();
        if (breaks)
        {
            program.BreakOutput();
        }

        await program.GoAsync();
        return await program.EndAsync();
    }
}
