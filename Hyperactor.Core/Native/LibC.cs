using System.Runtime.InteropServices;
using System.Runtime.Versioning;

[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]

namespace Hyperactor.Native;

/// <summary>The few calls of the C library that .NET has no way to make. Not on Windows: ask before calling.</summary>
/// <remarks>
/// <c>open</c> and <c>fcntl</c> are variadic in C, and some machines pass variadic arguments elsewhere than others.
/// They are declared here with their fixed arguments only, which are passed alike everywhere.
/// </remarks>
[UnsupportedOSPlatform("windows")]
internal static partial class LibC
{
    /// <summary><c>F_GETFD</c>: asks for the flags of a descriptor, which fails if it is closed.</summary>
    internal const int GetDescriptorFlags = 1;

    /// <summary><c>O_RDONLY</c>.</summary>
    internal const int ReadOnly = 0;

    /// <summary><c>O_WRONLY | O_APPEND | O_CLOEXEC</c>, whose numbers each system has chosen for itself.</summary>
    internal static int AppendOnly =>
        OperatingSystem.IsLinux() ? 0x80401 : OperatingSystem.IsMacOS() ? 0x1000009 : 0x100009;

    /// <summary>The call failed: what the C library says about it.</summary>
    /// <param name="what">What was tried.</param>
    internal static IOException Failure(string what)
    {
        var error = Marshal.GetLastPInvokeError();
        return new($"{what}: {Marshal.GetPInvokeErrorMessage(error)} ({error})");
    }

    [LibraryImport("libc", EntryPoint = "raise")]
    internal static partial int Raise(int signal);

    /// <param name="signal">The number of the signal.</param>
    /// <param name="handler">0: the default; 1: ignored.</param>
    [LibraryImport("libc", EntryPoint = "signal")]
    internal static partial nint SetHandler(int signal, nint handler);

    /// <param name="signal">The number of the signal.</param>
    /// <param name="action">Zero: nothing is changed.</param>
    /// <param name="old">
    /// The first byte of enough memory for a <c>struct sigaction</c>, which begins with the handler.
    /// </param>
    [LibraryImport("libc", EntryPoint = "sigaction", SetLastError = true)]
    internal static partial int SignalAction(int signal, nint action, ref byte old);

    /// <summary>Ends the process without running anything more.</summary>
    [LibraryImport("libc", EntryPoint = "_exit")]
    internal static partial void ExitNow(int code);

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    internal static partial int Poll(ref PollEntry entries, nuint count, int timeoutMs);

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    internal static partial int Control(int descriptor, int command);

    [LibraryImport("libc", EntryPoint = "dup2", SetLastError = true)]
    internal static partial int Duplicate(int descriptor, int onto);

    /// <summary>Opens what exists already.</summary>
    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    internal static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    internal static partial int Flush(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    internal static partial int Close(int descriptor);
}

/// <summary><c>struct pollfd</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PollEntry
{
    internal const short Out = 0x04;
    internal const short Err = 0x08;
    internal const short Hup = 0x10;
    internal const short Invalid = 0x20;

    internal int Descriptor { get; init; }

    internal short Asked { get; init; }

    /// <summary>What the system has found, whether it was asked or not.</summary>
    internal short Found { get; }
}
