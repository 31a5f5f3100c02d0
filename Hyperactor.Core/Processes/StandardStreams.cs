using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Hyperactor.Native;

namespace Hyperactor.Processes;

/// <summary>
/// Whether standard output and standard error still lead anywhere, and a file for them if not. On Linux and macOS. What
/// a process writes as it ends tends to be why it ends, and whoever read it is often gone by then.
/// </summary>
public static class StandardStreams
{
    /// <summary>EINTR: a signal came while the call waited.</summary>
    private const int Interrupted = 4;

    private const UnixFileMode UserOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>
    /// Where broken streams go: <c>hyperactor-{user}/exit-{process}.log</c> among the temporary files. The directory
    /// is the user's alone.
    /// </summary>
    public static string DefaultPath => Path.Combine(
        DefaultDirectory, string.Create(CultureInfo.InvariantCulture, $"exit-{Environment.ProcessId}.log"));

    private static string DefaultDirectory => Path.Combine(
        Path.GetTempPath(), $"hyperactor-{(Environment.UserName is { Length: > 0 } user ? user : "unknown")}");

    /// <summary>Whether writing to the stream is known to be in vain: its reader is gone, or it is closed.</summary>
    /// <exception cref="PlatformNotSupportedException">This is Windows.</exception>
    public static bool IsBroken(StandardStream stream)
    {
        if (OperatingSystem.IsWindows())
        {
            throw Missing();
        }

        return IsBroken((int)stream);
    }

    /// <summary>
    /// Redirects both streams to a file, for good: the descriptors, and <see cref="Console.Out"/> and
    /// <see cref="Console.Error"/>, which would otherwise still write to where the descriptors led before.
    /// </summary>
    /// <param name="path">The file; created for this user alone, or appended to. Its directory must exist.</param>
    /// <exception cref="IOException">The file cannot be opened. Nothing was redirected.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not. Nothing was redirected.</exception>
    /// <exception cref="PlatformNotSupportedException">This is Windows.</exception>
    public static void RedirectTo(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (OperatingSystem.IsWindows())
        {
            throw Missing();
        }

        Redirect(path);
    }

    /// <summary>Redirects both streams if either is broken.</summary>
    /// <param name="path">The file, or null for <see cref="DefaultPath"/>.</param>
    /// <returns>The file, or null if both streams are well and nothing was done.</returns>
    /// <exception cref="IOException">The file cannot be opened. Nothing was redirected.</exception>
    /// <exception cref="UnauthorizedAccessException">
    /// This user may not, or the directory is somebody else's.
    /// </exception>
    /// <exception cref="PlatformNotSupportedException">This is Windows.</exception>
    public static string? RedirectIfBroken(string? path = null)
    {
        if (OperatingSystem.IsWindows())
        {
            throw Missing();
        }

        if (!IsBroken((int)StandardStream.Output) && !IsBroken((int)StandardStream.Error))
        {
            return null;
        }

        if (path is null)
        {
            CreateDefaultDirectory();
        }

        Redirect(path ?? DefaultPath);
        return path ?? DefaultPath;
    }

    /// <summary>Asks the system, without waiting and without writing.</summary>
    [UnsupportedOSPlatform("windows")]
    internal static bool IsBroken(int descriptor)
    {
        var entry = new PollEntry { Descriptor = descriptor, Asked = PollEntry.Out };
        int found;
        do
        {
            found = LibC.Poll(ref entry, 1, timeoutMs: 0);
        }
        while (found < 0 && Marshal.GetLastPInvokeError() == Interrupted);

        // Of a closed descriptor poll says "invalid", not "error"; and macOS says so of terminals too, which are well.
        var isClosed = (entry.Found & PollEntry.Invalid) != 0
            && LibC.Control(descriptor, LibC.GetDescriptorFlags) < 0;
        return found < 0 || isClosed || (entry.Found & (PollEntry.Err | PollEntry.Hup)) != 0;
    }

    [UnsupportedOSPlatform("windows")]
    private static void Redirect(string path)
    {
        // Created by .NET, with the rights that it takes; opened by the system, since only that can open for appending.
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.Write,
            Share = FileShare.ReadWrite | FileShare.Delete,
            UnixCreateMode = UserOnly,
        };
        using (new FileStream(path, options))
        {
            // Only so that it exists.
        }

        var file = LibC.Open(path, LibC.AppendOnly);
        if (file < 0)
        {
            throw LibC.Failure($"{path} cannot be opened for the standard streams");
        }

        Move(file, StandardStream.Output);
        Move(file, StandardStream.Error);
        if (file > (int)StandardStream.Error)
        {
            LibC.Close(file);
        }

        Console.SetOut(new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true });
        Console.SetError(new StreamWriter(Console.OpenStandardError()) { AutoFlush = true });
    }

    [UnsupportedOSPlatform("windows")]
    private static void Move(int file, StandardStream stream)
    {
        while (LibC.Duplicate(file, (int)stream) < 0)
        {
            if (Marshal.GetLastPInvokeError() != Interrupted)
            {
                throw LibC.Failure($"standard {stream} cannot be redirected");
            }
        }
    }

    /// <summary>The temporary files are everyone's: somebody else may have made a directory of that name.</summary>
    [UnsupportedOSPlatform("windows")]
    private static void CreateDefaultDirectory()
    {
        const UnixFileMode Mine = UserOnly | UnixFileMode.UserExecute;
        var directory = Directory.CreateDirectory(DefaultDirectory, Mine);
        if (directory.LinkTarget is not null)
        {
            throw new UnauthorizedAccessException($"{directory.FullName} leads elsewhere; remove that link.");
        }

        // Only its owner may.
        directory.UnixFileMode = Mine;
    }

    private static PlatformNotSupportedException Missing() => new(
        "Windows has neither poll(2) nor dup2(2): its standard streams can be neither checked nor redirected here.");
}
