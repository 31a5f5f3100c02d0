using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Hyperactor.Tests.EndToEnd;

namespace Hyperactor.Tests.Processes;

/// <summary>Hyperactor.Tests.Programs, run with some words. It ends when its standard input does.</summary>
internal sealed class TestProgram : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;
    private readonly List<string> _output = [];
    private bool _broken;

    private TestProgram(ProcessStartInfo start)
    {
        _process = Process.Start(start)!;
        _errors = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>The process that was started; with <c>status</c>, the one under test is a child of it.</summary>
    internal int Id => _process.Id;

    /// <summary>Starts it.</summary>
    internal static TestProgram Start(params IEnumerable<string> words) => StartWith([], words);

    /// <summary>Starts it with variables in its environment.</summary>
    internal static TestProgram StartWith(Dictionary<string, string> environment, params IEnumerable<string> words)
    {
        var start = new ProcessStartInfo(Program, words)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new(start);
    }

    /// <summary>Runs it to its end.</summary>
    internal static async Task<ProgramEnd> RunAsync(params IEnumerable<string> words)
    {
        await using var program = Start(words);
        return await program.EndAsync();
    }

    /// <summary>Waits until it is ready to be tested.</summary>
    /// <returns>The process under test.</returns>
    internal async Task<int> ReadyAsync() =>
        int.Parse((await LineAsync("ready "))["ready ".Length..], CultureInfo.InvariantCulture);

    /// <summary>Waits for a line that begins so.</summary>
    internal async Task<string> LineAsync(string start)
    {
        while (await _process.StandardOutput.ReadLineAsync().Soon() is { } line)
        {
            _output.Add(line);
            if (line.StartsWith(start, StringComparison.Ordinal))
            {
                return line;
            }
        }

        throw new AssertionException($"It ended without a line \"{start}…\": {await _errors}");
    }

    /// <summary>Reads its standard output no more.</summary>
    internal void BreakOutput()
    {
        _process.StandardOutput.Close();
        _broken = true;
    }

    /// <summary>Lets it go on.</summary>
    internal async Task GoAsync()
    {
        await _process.StandardInput.WriteLineAsync("go");
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>Waits for its end; lets go of it only then, so that it does not end because of that.</summary>
    internal async Task<ProgramEnd> EndAsync()
    {
        while (!_broken && await _process.StandardOutput.ReadLineAsync().Soon() is { } line)
        {
            _output.Add(line);
        }

        await _process.WaitForExitAsync().Soon();
        return new(_process.ExitCode, _output, await _errors.Soon());
    }

    internal static void Signal(int process, int signal) => TrainingProcess.Signal(process, signal);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        await _errors;
        _process.Dispose();
    }

    private static string Program => typeof(TestProgram).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == "Programs")
        .Value!;
}

/// <summary>How it ended.</summary>
/// <param name="ExitCode">What it returned.</param>
/// <param name="Output">The lines that it printed.</param>
/// <param name="Errors">What it printed to standard error.</param>
internal sealed record ProgramEnd(int ExitCode, IReadOnlyList<string> Output, string Errors)
{
    /// <summary>The lines after it was ready.</summary>
    internal IEnumerable<string> Then =>
        Output.SkipWhile(line => !line.StartsWith("ready", StringComparison.Ordinal)).Skip(1);
}
