using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Hyperactor.Native;

namespace Hyperactor.Processes;

/// <summary>
/// What signals do to this process, asked of the system without changing anything. The numbers are those of the system;
/// the values of <see cref="PosixSignal"/> are others.
/// </summary>
public static class Signals
{
    /// <summary>SIGINT: Ctrl-C.</summary>
    public const int Interrupt = 2;

    /// <summary>
    /// SIGPIPE: something was written that nobody can read. The .NET runtime ignores it from the start.
    /// </summary>
    public const int Pipe = 13;

    /// <summary>SIGTERM: the polite request to end.</summary>
    public const int Terminate = 15;

    /// <summary>The greatest number of a signal.</summary>
    public const int NumberMax = 64;

    /// <summary>SIG_DFL and SIG_IGN, which stand where the address of a handler would.</summary>
    private const nint DefaultHandler = 0;
    private const nint IgnoringHandler = 1;

    /// <summary>More than any system's <c>struct sigaction</c>, whose first member is the handler.</summary>
    private const int SignalActionBytes = 512;

    /// <summary>What SIGPIPE does: ignored, unless somebody has changed it.</summary>
    /// <exception cref="PlatformNotSupportedException">As for <see cref="DispositionOf"/>.</exception>
    public static SignalDisposition PipeDisposition => DispositionOf(Pipe);

    /// <summary>
    /// What a signal does to this process. The CoreCLR runtime handles SIGINT and SIGTERM from the start, and ends
    /// the process when nobody else is interested, so that these are <see cref="SignalDisposition.Custom"/> in every
    /// ordinary program.
    /// </summary>
    /// <param name="signal">The number of the signal on this system.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such signal.</exception>
    /// <exception cref="PlatformNotSupportedException">This is Windows, which has no signals to ask about.</exception>
    public static SignalDisposition DispositionOf(int signal)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(signal, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(signal, NumberMax);
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException(
                "Windows has no dispositions of signals: there is neither /proc/self/status nor sigaction(2) to ask.");
        }

        return OperatingSystem.IsLinux()
            ? FromMasks(signal, File.ReadLines("/proc/self/status"))
            : FromSystem(signal);
    }

    /// <summary>The disposition in words.</summary>
    public static string ToText(this SignalDisposition disposition) => disposition switch
    {
        SignalDisposition.Ignored => "ignored",
        SignalDisposition.Custom => "custom handler",
        _ => "default",
    };

    /// <summary>
    /// Reads the lines <c>SigIgn:</c> and <c>SigCgt:</c>, sets of signals in hexadecimal, signal 1 the lowest bit.
    /// </summary>
    internal static SignalDisposition FromMasks(int signal, IEnumerable<string> status)
    {
        var disposition = SignalDisposition.Default;
        foreach (var line in status)
        {
            if (IsIn(signal, line, "SigIgn:"))
            {
                disposition = SignalDisposition.Ignored;
            }
            else if (IsIn(signal, line, "SigCgt:"))
            {
                disposition = SignalDisposition.Custom;
            }
        }

        return disposition;
    }

    [UnsupportedOSPlatform("windows")]
    internal static SignalDisposition FromSystem(int signal)
    {
        Span<byte> action = stackalloc byte[SignalActionBytes];
        action.Clear();
        if (LibC.SignalAction(signal, 0, ref action[0]) != 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(signal), signal, LibC.Failure("There is no such signal").Message);
        }

        return MemoryMarshal.Read<nint>(action) switch
        {
            DefaultHandler => SignalDisposition.Default,
            IgnoringHandler => SignalDisposition.Ignored,
            _ => SignalDisposition.Custom,
        };
    }

    private static bool IsIn(int signal, string line, string name) =>
        line.StartsWith(name, StringComparison.Ordinal)
        && ulong.TryParse(
            line.AsSpan(name.Length).Trim(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var mask)
        && (mask >> (signal - 1) & 1) != 0;
}
