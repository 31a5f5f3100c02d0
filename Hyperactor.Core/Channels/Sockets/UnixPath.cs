using System.Net.Sockets;

namespace Hyperactor.Channels;

/// <summary>
/// The file that a unix socket leaves in the file system, and what to do with one that a crash left behind.
/// </summary>
internal static class UnixPath
{
    /// <summary>The path of the address, if it has one.</summary>
    internal static string? Of(ChannelAddress address) =>
        address is { Kind: ChannelKind.Unix, Name: [not '@', ..] path } ? path : null;

    internal static void RestrictToUser(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    /// <summary>Removes the socket file if nobody listens there; whether it did.</summary>
    /// <remarks>Two processes that find the same stale file at once may race; one of them then fails to bind.</remarks>
    internal static async ValueTask<bool> RemoveStaleAsync(ChannelAddress address, CancellationToken cancellation)
    {
        if (Of(address) is not { } path || !IsSocket(address, path))
        {
            return false;
        }

        using var probe = SocketTransport.Create(address);
        try
        {
            await probe.ConnectAsync(SocketTransport.EndPointOf(address), cancellation);
            return false;
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.ConnectionRefused)
        {
            File.Delete(path);
            return true;
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressNotAvailable)
        {
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    // Nobody listens behind an ordinary file either, and that one must not be removed. A socket cannot be opened;
    // reading and writing is asked for because opening a named pipe for reading alone would wait for its writer.
    private static bool IsSocket(ChannelAddress address, string path)
    {
        try
        {
            using var file = File.OpenHandle(
                path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (FileNotFoundException)
        {
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
        catch (IOException)
        {
            return true;
        }

        throw new ChannelException(
            address, ChannelFault.AddressTaken, "there is a file at that path, and it is no socket");
    }
}
