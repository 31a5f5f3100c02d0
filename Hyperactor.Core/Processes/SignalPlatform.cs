using System.Runtime.InteropServices;
using Hyperactor.Native;

namespace Hyperactor.Processes;

/// <summary>What a process can do about signals: be told of them instead of ending, and end by them.</summary>
internal abstract class SignalPlatform
{
    /// <summary>
    /// From now on, SIGINT and SIGTERM do not end the process but are told to <paramref name="received"/>.
    /// </summary>
    /// <param name="received">Called on the runtime's own thread for signals, with the number of the signal.</param>
    /// <returns>Disposed, it leaves the signals to the system again.</returns>
    internal abstract IDisposable Watch(Action<int> received);

    /// <summary>Ends the process by a signal, so that its parent sees which. Returns in tests only.</summary>
    internal abstract void EndBy(int signal);
}

/// <summary>The signals of Linux and macOS.</summary>
internal sealed class UnixSignals : SignalPlatform
{
    /// <summary>What shells add to the number of the signal that a program ended by.</summary>
    private const int ExitCodeBase = 128;

    internal override IDisposable Watch(Action<int> received)
    {
        if (OperatingSystem.IsWindows())
        {
            throw Missing();
        }

        var interrupt = Watch(PosixSignal.SIGINT, Signals.Interrupt, received);
        var terminate = Watch(PosixSignal.SIGTERM, Signals.Terminate, received);
        return new Registrations(interrupt, terminate);
    }

    internal override void EndBy(int signal)
    {
        if (OperatingSystem.IsWindows())
        {
            throw Missing();
        }

        // raise is kill for the very thread that calls it: it does not return if the signal can end the process.
        _ = LibC.SetHandler(signal, handler: 0);
        _ = LibC.Raise(signal);

        // It could not: the first process of a container is immune, and a parent may have blocked the signal.
        LibC.ExitNow(ExitCodeBase + signal);
    }

    private static PosixSignalRegistration Watch(PosixSignal signal, int number, Action<int> received) =>
        PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;
            received(number);
        });

    private static PlatformNotSupportedException Missing() => new(
        "Windows has no raise(3) with which a process could end by the signal it was sent, and so no signal cleanups; "
        + "use Console.CancelKeyPress or AppDomain.ProcessExit there.");

    private sealed class Registrations(params PosixSignalRegistration[] all) : IDisposable
    {
        public void Dispose() => Array.ForEach(all, static one => one.Dispose());
    }
}
