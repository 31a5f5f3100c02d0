using System.Globalization;
using Hyperactor.Channels;

namespace Hyperactor.Worlds;

/// <summary>Where the procs of one world on one machine listen; removes its directory in the end.</summary>
internal sealed class WorldPaths : IDisposable
{
    private readonly DirectoryInfo? _directory;

    internal WorldPaths(WorldTransport transport) =>
        _directory = transport == WorldTransport.Unix ? Directory.CreateTempSubdirectory("hyperactor-") : null;

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

    private ChannelAddress Named(string name) => ChannelAddress.Parse(
        _directory is null ? "tcp:127.0.0.1:0" : $"unix:{Path.Combine(_directory.FullName, name)}");
}
