using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace Hyperactor.Tests.EndToEnd;

/// <summary>
/// The sample as a program of its own: its lines, its trainers, its signals and its end. A variable in its environment,
/// which its trainers inherit, tells what is left of it.
/// </summary>
internal sealed partial class TrainingProcess : IAsyncDisposable
{
    internal const int SigInt = 2;
    internal const int SigKill = 9;
    internal const int SigTerm = 15;

    private const string Marker = "HYPERACTOR_TEST_RUN";

    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(10);

    private readonly string _mark = $"{Marker}={Guid.NewGuid()}";
    private readonly DirectoryInfo _temporary = Directory.CreateTempSubdirectory("training-");
    private readonly Process _process;
    private readonly TaskCompletionSource _training = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _output = [];
    private readonly Task<string> _errors;
    private readonly Task _reading;

    private TrainingProcess(
        IEnumerable<string> arguments, string? temporary, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(Program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[Marker] = _mark[(Marker.Length + 1)..];
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        start.Environment["TMPDIR"] = temporary ?? _temporary.FullName;
        _process = Process.Start(start)!;
        _errors = _process.StandardError.ReadToEndAsync();
        _reading = ReadAsync();
    }

    /// <summary>The program.</summary>
    internal static string Program => typeof(TrainingProcess).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == "DigitsTraining")
        .Value!;

    /// <summary>What the run has put where temporary files go; the runtime's own sockets aside.</summary>
    internal IReadOnlyList<string> Files => Directory.GetFileSystemEntries(_temporary.FullName, "hyperactor*");

    /// <summary>Starts the program.</summary>
    internal static TrainingProcess Start(params IEnumerable<string> arguments) => new(arguments, temporary: null);

    /// <summary>Runs the program to its end.</summary>
    internal static Task<TrainingEnd> RunAsync(params IEnumerable<string> arguments) =>
        RunWithTemporaryAsync(null, arguments);

    /// <summary>Runs the program to its end, with a place for temporary files that it is given.</summary>
    internal static async Task<TrainingEnd> RunWithTemporaryAsync(
        string? temporary, params IEnumerable<string> arguments)
    {
        await using var process = new TrainingProcess(arguments, temporary);
        return await process.EndAsync();
    }

    /// <summary>Runs the program to its end, with variables that it is given.</summary>
    internal static async Task<TrainingEnd> RunInAsync(
        IReadOnlyDictionary<string, string> environment, params IEnumerable<string> arguments)
    {
        await using var process = new TrainingProcess(arguments, temporary: null, environment);
        return await process.EndAsync();
    }

    /// <summary>Waits until the first epoch is over.</summary>
    /// <returns>The process of each rank.</returns>
    internal async Task<int[]> TrainersAsync()
    {
        if (await Task.WhenAny(_training.Task, _reading).Soon() != _training.Task)
        {
            Assert.Fail($"It ended before it trained: {await _errors}");
        }

        lock (_output)
        {
            var ranks = _output.Select(line => RankLine().Match(line)).Where(match => match.Success);
            return [.. ranks.Select(match => Number(match.Groups[1].Value))];
        }
    }

    /// <summary>Waits for the end of the program.</summary>
    internal async Task<TrainingEnd> EndAsync()
    {
        await _process.WaitForExitAsync().Soon();
        await _reading.Soon();
        return new(_process.ExitCode, _output, await _errors.Soon());
    }

    /// <summary>Sends a signal to the program itself.</summary>
    internal void Signal(int signal) => Signal(_process.Id, signal);

    /// <summary>Sends a signal to a process.</summary>
    internal static void Signal(int process, int signal) => Assert.That(Kill(process, signal), Is.Zero, "kill(2)");

    /// <summary>Waits until no process of this run is left, its own included.</summary>
    internal async Task GoneAsync()
    {
        using var poll = new PeriodicTimer(PollInterval);
        using var limit = new CancellationTokenSource(Patience.Limit);
        while (Left().Count > 0)
        {
            await poll.WaitForNextTickAsync(limit.Token);
        }
    }

    /// <summary>The processes of this run that are alive. What has ended and was not collected has no environment.</summary>
    internal IReadOnlyList<int> Left() =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Select(Path.GetFileName)
            .OfType<string>()
            .Where(name => name.All(char.IsAsciiDigit) && Environ(name).Contains(_mark, StringComparison.Ordinal))
            .Select(Number),
    ];

    /// <summary>Leaves nothing behind, whatever the test has found.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var process in Left())
        {
            // It may have ended in the meantime.
            _ = Kill(process, SigKill);
        }

        await EndAsync();
        _process.Dispose();
        _temporary.Delete(recursive: true);
    }

    private static string Environ(string process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/environ", Encoding.Latin1);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^rank \d+: \d+ rows, process (\d+)$")]
    private static partial Regex RankLine();

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            lock (_output)
            {
                _output.Add(line);
            }

            if (line.StartsWith("epoch 1/", StringComparison.Ordinal))
            {
                _training.TrySetResult();
            }
        }
    }
}
