using System.Globalization;
using Hyperactor.Channels;

namespace Hyperactor.Worlds;

/// <summary>Where the procs of one world on one machine listen; removes its directory in the end.</summary>
internal sealed class WorldPaths : IDisposable
{
    private const string Prefix = "hyperactor-";

    private readonly DirectoryInfo? _directory;

    internal WorldPaths(WorldTransport transport) =>
        _directory = transport == WorldTransport.Unix ? Directory.CreateTempSubdirectory(Prefix) : null;

    /// <summary>Where the coordinator listens.</summary>
    internal ChannelAddress Coordinator => Named("c");

    /// <summary>Where a rank listens.</summary>
    internal ChannelAddress Rank(int rank) => Named(rank.ToString(CultureInfo.InvariantCulture));

    /// <summary>
    /// Removes the directory of a world whose coordinator is gone and cannot do it. Each proc that is left tries.
    /// </summary>
    /// <param name="listen">Where the proc listened.</param>
    internal static void CleanUpAfter(ChannelAddress listen)
    {
        if (listen.Kind == ChannelKind.Unix && Path.GetDirectoryName(listen.Name) is { } directory
            && Path.GetFileName(directory).StartsWith(Prefix, StringComparison.Ordinal))
        {
            Remove(new(directory));
        }
    }

    /// <summary>Removes the directory and what is left in it.</summary>
    public void Dispose()
    {
        if (_directory is not null)
        {
            Remove(_directory);
        }
    }

    private static void Remove(DirectoryInfo directory)
    {
        try
        {
            directory.Delete(recursive: true);
        }
        catch (IOException)
        {
            // Somebody else has removed it, or is about to.
        }
    }

    private ChannelAddress Named(string name) => ChannelAddress.Parse(
        _directory is null ? "tcp:127.0.0.1:0" : $"unix:{Path.Combine(_directory.FullName, name)}");
}
