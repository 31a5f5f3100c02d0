using System.Globalization;
using System.Text;
using Hyperactor.Channels;

namespace Hyperactor.Worlds;

/// <summary>Where the procs of one world on one machine listen; removes its directory in the end.</summary>
internal sealed class WorldPaths : IDisposable
{
    private readonly DirectoryInfo? _directory;

    /// <exception cref="WorldException">There is no place for unix sockets.</exception>
    internal WorldPaths(WorldTransport transport) =>
        _directory = transport == WorldTransport.Unix ? CreateDirectory() : null;

    /// <summary>Where the coordinator listens.</summary>
    internal ChannelAddress Coordinator => Named("c");

    /// <summary>Where a rank listens.</summary>
    internal ChannelAddress Rank(int rank) => Named(rank.ToString(CultureInfo.InvariantCulture));

    /// <summary>Removes the directory and what is left in it.</summary>
    public void Dispose()
    {
        try
        {
            _directory?.Delete(recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Somebody has cleaned up before us.
        }
    }

    /// <summary>
    /// Removes what a coordinator that was killed cannot: its socket, and the directory if this rank is the last to go.
    /// </summary>
    internal static void RemoveOrphaned(BootInfo boot)
    {
        if (UnixPath.Of(ChannelAddress.Parse(boot.Coordinator)) is not { } socket)
        {
            return;
        }

        try
        {
            File.Delete(socket);
            Directory.Delete(Path.GetDirectoryName(socket)!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another rank still has its socket there and comes after us, or was faster.
        }
    }

    private static DirectoryInfo CreateDirectory()
    {
        DirectoryInfo directory;
        try
        {
            directory = Directory.CreateTempSubdirectory("hyperactor-");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new WorldException($"There is no place for unix sockets in {Path.GetTempPath()}: {e.Message}", e);
        }

        var longest = Path.Combine(directory.FullName, int.MaxValue.ToString(CultureInfo.InvariantCulture));
        if (Encoding.UTF8.GetByteCount(longest) <= ChannelAddress.UnixNameBytesMax)
        {
            return directory;
        }

        directory.Delete();
        throw new WorldException(
            $"{Path.GetTempPath()} is too long a path for unix sockets, which hold {ChannelAddress.UnixNameBytesMax} "
            + $"bytes; name a shorter one for temporary files, or use {nameof(WorldTransport)}.{WorldTransport.Tcp}.");
    }

    private ChannelAddress Named(string name) => ChannelAddress.Parse(
        _directory is null ? "tcp:127.0.0.1:0" : $"unix:{Path.Combine(_directory.FullName, name)}");
}
