using System.Runtime.InteropServices;

namespace DigitsTraining;

/// <summary>
/// Turns Ctrl-C and SIGTERM into a cancellation, so that the world stops in order. Who asks twice ends the process at
/// once; the trainers notice that and end too.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    private const int ExitCodeBase = 128;

    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;
    private int _exitCode;

    internal StopSignals()
    {
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Stop(context, number: 2));
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Stop(context, number: 15));
    }

    /// <summary>Cancelled by the first signal.</summary>
    internal CancellationToken Token => _source.Token;

    /// <summary>What the shell expects of a process that a signal ended.</summary>
    internal int ExitCode => _exitCode;

    /// <summary>Leaves the signals to the system again.</summary>
    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
        _source.Dispose();
    }

    private void Stop(PosixSignalContext context, int number)
    {
        context.Cancel = Interlocked.CompareExchange(ref _exitCode, ExitCodeBase + number, 0) == 0;
        _source.Cancel();
    }
}
