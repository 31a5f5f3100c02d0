using System.Diagnostics;
using System.Globalization;

namespace Hyperactor.Worlds;

/// <summary>
/// A proc in a process of its own. Its standard input is its lifeline: nothing is ever written to it, and when it ends,
/// because this process let go of it or is gone, the proc ends too.
/// </summary>
internal sealed class ProcessRank : LaunchedRank
{
    private const int TailLines = 100;
    private const int SignalBase = 128;

    private readonly Process _process;
    private readonly Action<RankLine> _output;
    private readonly Queue<string> _errorTail = new(TailLines);
    private readonly Task<RankExit> _exit;

    internal ProcessRank(int rank, Process process, Action<RankLine> output)
        : base(rank)
    {
        _process = process;
        _output = output;
        ProcessId = process.Id;
        _exit = WatchAsync();
    }

    internal override Task<RankExit> Exit => _exit;

    internal override int ProcessId { get; }

    internal override void Release()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The process has closed its end: it is gone already, which is what was wanted.
        }
    }

    internal override void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It has ended in the meantime; Exit tells how.
        }
    }

    public override async ValueTask DisposeAsync()
    {
        if (!_exit.IsCompleted)
        {
            Kill();
        }

        await _exit;
        _process.Dispose();
    }

    private async Task<RankExit> WatchAsync()
    {
        var output = ReadLinesAsync(_process.StandardOutput, isError: false);
        var errors = ReadLinesAsync(_process.StandardError, isError: true);
        await _process.WaitForExitAsync();
        await Task.WhenAll(output, errors);
        var code = _process.ExitCode;
        lock (_errorTail)
        {
            return new(code == 0, Describe(code), [.. _errorTail]);
        }
    }

    private async Task ReadLinesAsync(StreamReader reader, bool isError)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            if (isError)
            {
                Remember(line);
            }

            _output(new(Rank, isError, line));
        }
    }

    private void Remember(string line)
    {
        lock (_errorTail)
        {
            if (_errorTail.Count == TailLines)
            {
                _errorTail.Dequeue();
            }

            _errorTail.Enqueue(line);
        }
    }

    private string Describe(int code) => code > SignalBase && !OperatingSystem.IsWindows()
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"(process {ProcessId}) was killed by signal {code - SignalBase}{SignalName(code - SignalBase)}")
        : string.Create(CultureInfo.InvariantCulture, $"(process {ProcessId}) exited with code {code}");

    private static string SignalName(int signal) => signal switch
    {
        2 => " (SIGINT)",
        6 => " (SIGABRT)",
        9 => " (SIGKILL)",
        11 => " (SIGSEGV)",
        15 => " (SIGTERM)",
        _ => "",
    };
}
