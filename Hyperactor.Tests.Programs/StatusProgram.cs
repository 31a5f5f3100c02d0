using System.Runtime.InteropServices;

namespace Hyperactor.Tests.Programs;

/// <summary>
/// Runs this program again through a shell, and prints how it ended as the system sees it: the exit code of a process
/// that a signal ended and that of one that only says so are the same number to <see
/// cref="System.Diagnostics.Process"/>.
/// </summary>
internal static partial class StatusProgram
{
    private const int SignalMask = 0x7f;
    private const int CodeShift = 8;
    private const int CodeMask = 0xff;

    /// <param name="prelude">What the shell does first, such as <c>trap '' INT;</c>.</param>
    /// <param name="words">The words for this program, without spaces.</param>
    internal static int Run(string prelude, string[] words)
    {
        var status = System($"{prelude} exec '{Environment.ProcessPath}' {string.Join(' ', words)}");
        var signal = status & SignalMask;
        Console.WriteLine(signal == 0 ? $"exited {status >> CodeShift & CodeMask}" : $"killed {signal}");
        return 0;
    }

    [LibraryImport("libc", EntryPoint = "system", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int System(string command);
}
