using System.Globalization;
using System.Runtime.Versioning;
using Hyperactor.Native;

namespace Hyperactor.Checkpoints;

/// <summary>
/// The files of one directory: their names, how one gets there as a whole or not at all, and which have to go.
/// </summary>
/// <param name="path">The directory. It need not exist before something is written.</param>
internal sealed class CheckpointDirectory(string path)
{
    private const string Suffix = ".checkpoint";
    private const string TemporarySuffix = ".tmp";

    /// <summary>20 digits hold every number, so that names sort as numbers do.</summary>
    private const string NumberFormat = "D20";
    private const int NumberLength = 20;

    internal string FileOf(ulong sequence) =>
        Path.Combine(path, sequence.ToString(NumberFormat, CultureInfo.InvariantCulture) + Suffix);

    /// <summary>The numbers of the checkpoints that are there, the newest first.</summary>
    internal ulong[] Sequences() => !Directory.Exists(path)
        ? []
        : [.. Directory.EnumerateFiles(path, "*" + Suffix)
            .Select(SequenceOf)
            .OfType<ulong>()
            .OrderDescending()];

    /// <summary>
    /// Writes a file under a name of its own, waits until the disk has it, and only then gives it its name.
    /// </summary>
    internal void Write(ulong sequence, ReadOnlySpan<byte> bytes)
    {
        Directory.CreateDirectory(path);
        var file = FileOf(sequence);
        var temporary = $"{file}.{Environment.ProcessId}-{Path.GetRandomFileName()}{TemporarySuffix}";
        try
        {
            // Open until it has its name: RemoveLeftovers sees by that that it is no left-over.
            using var handle = File.OpenHandle(temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete);
            RandomAccess.Write(handle, bytes, fileOffset: 0);
            RandomAccess.FlushToDisk(handle);
            File.Move(temporary, file, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }

        if (!OperatingSystem.IsWindows())
        {
            FlushNames();
        }
    }

    /// <summary>Removes checkpoints older than this one, but for the newest.</summary>
    /// <param name="sequence">The one just saved; newer ones are left alone, since they may be worse than it.</param>
    /// <param name="keep">How many stay, this one included.</param>
    internal void RemoveOlder(ulong sequence, int keep)
    {
        foreach (var old in Sequences().Where(s => s < sequence).Skip(keep - 1))
        {
            File.Delete(FileOf(old));
        }
    }

    /// <summary>Removes what processes that were killed had not finished writing.</summary>
    internal void RemoveLeftovers()
    {
        foreach (var temporary in Directory.EnumerateFiles(path, "*" + Suffix + ".*" + TemporarySuffix))
        {
            try
            {
                File.OpenHandle(temporary, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
                File.Delete(temporary);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Somebody writes it right now, or has just given it its name.
            }
        }
    }

    private static ulong? SequenceOf(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        return name.Length == NumberLength
            && ulong.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            ? sequence
            : null;
    }

    /// <summary>
    /// Waits until the disk has the directory too; without it, a loss of power may take the new name back.
    /// </summary>
    [UnsupportedOSPlatform("windows")]
    private void FlushNames()
    {
        var directory = LibC.Open(path, LibC.ReadOnly);
        if (directory < 0)
        {
            throw LibC.Failure($"{path} cannot be opened");
        }

        var flushed = LibC.Flush(directory);
        var failure = flushed < 0 ? LibC.Failure($"{path} cannot be flushed") : null;
        LibC.Close(directory);
        if (failure is not null)
        {
            throw failure;
        }
    }
}
