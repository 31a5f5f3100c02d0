using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Hyperactor.Channels;

/// <summary>
/// TCP and unix sockets, plain. TCP stays on this machine unless <see cref="ChannelOptions.AllowRemote"/>. A socket
/// file is readable and writable for its user alone; an abstract name is open to every user of the machine, so what is
/// above must check who calls.
/// </summary>
public sealed class SocketTransport : Transport
{
    private readonly ChannelOptions _options;

    /// <summary>Sockets under these options.</summary>
    public SocketTransport(ChannelOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
    }

    /// <inheritdoc/>
    public override async ValueTask<Listener> ListenAsync(
        ChannelAddress address, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        ThrowIfNotAllowed(address);
        var concrete = address is { Kind: ChannelKind.Unix, IsAny: true } ? MakeUnixName() : address;
        try
        {
            return Listen(concrete);
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            if (!await UnixPath.RemoveStaleAsync(concrete, cancellation))
            {
                throw SocketFaults.Listening(address, e);
            }
        }
        catch (SocketException e)
        {
            throw SocketFaults.Listening(address, e);
        }

        try
        {
            return Listen(concrete);
        }
        catch (SocketException e)
        {
            throw SocketFaults.Listening(address, e);
        }
    }

    /// <inheritdoc/>
    public override async ValueTask<Connection> DialAsync(
        ChannelAddress address, CancellationToken cancellation = default)
    {
        ThrowIfNotAllowed(address);
        if (address.IsAny)
        {
            throw new ChannelException(
                address, ChannelFault.NobodyListens, "this stands for any free address; dial the listener's own");
        }

        using var timeout = new CancellationTokenSource(_options.ConnectTimeout, _options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timeout.Token);
        var socket = Create(address);
        try
        {
            await socket.ConnectAsync(EndPointOf(address), either.Token);
            return SocketConnection.Start(socket, address.ToString());
        }
        catch (SocketException e)
        {
            socket.Dispose();
            throw SocketFaults.Dialling(address, e);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            socket.Dispose();
            throw new ChannelException(
                address, ChannelFault.TimedOut, $"no connection within {_options.ConnectTimeout}", e);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    internal static EndPoint EndPointOf(ChannelAddress address) => address switch
    {
        { Kind: ChannelKind.Tcp } => address.EndPoint!,
        { Name: ['@', .. var name] } => new UnixDomainSocketEndPoint("\0" + name),
        _ => new UnixDomainSocketEndPoint(address.Name),
    };

    internal static Socket Create(ChannelAddress address) => address.Kind == ChannelKind.Tcp
        ? new(address.EndPoint!.AddressFamily, SocketType.Stream, ProtocolType.Tcp)
        : new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);

    private SocketListener Listen(ChannelAddress address)
    {
        var socket = Create(address);
        try
        {
            socket.Bind(EndPointOf(address));
            if (UnixPath.Of(address) is { } path)
            {
                // Before Listen, while nobody can connect yet.
                UnixPath.RestrictToUser(path);
            }

            socket.Listen(_options.ListenBacklog);
            return new(socket, address.Kind == ChannelKind.Tcp
                ? ChannelAddress.Tcp((IPEndPoint)socket.LocalEndPoint!)
                : address);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private void ThrowIfNotAllowed(ChannelAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.Kind == ChannelKind.Local)
        {
            throw new ChannelException(address, ChannelFault.Unsupported, "sockets carry tcp and unix addresses alone");
        }

        if (address.EndPoint is { } endPoint && !_options.AllowRemote && !IPAddress.IsLoopback(endPoint.Address))
        {
            throw new ChannelException(
                address,
                ChannelFault.NotAllowed,
                "plain TCP stays on this machine: use a loopback address, or set " +
                $"{nameof(ChannelOptions)}.{nameof(ChannelOptions.AllowRemote)} on a network that you trust");
        }

        if (address is { Kind: ChannelKind.Unix, Name: ['@', ..] } && !OperatingSystem.IsLinux())
        {
            throw new ChannelException(
                address, ChannelFault.Unsupported, "only Linux has abstract names: use unix:/path");
        }
    }

    private static ChannelAddress MakeUnixName()
    {
        var name = "hyperactor-" + RandomNumberGenerator.GetHexString(24, lowercase: true);
        return ChannelAddress.Unix(OperatingSystem.IsLinux() ? "@" + name : Path.Combine(Path.GetTempPath(), name));
    }
}
