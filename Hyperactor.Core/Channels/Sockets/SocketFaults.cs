using System.Net.Sockets;

namespace Hyperactor.Channels;

/// <summary>Says in our words what the sockets of the platform report in numbers.</summary>
internal static class SocketFaults
{
    internal static ChannelException Listening(ChannelAddress address, SocketException e) => e.SocketErrorCode switch
    {
        SocketError.AddressAlreadyInUse =>
            new(address, ChannelFault.AddressTaken, "somebody listens there already", e),
        SocketError.AddressNotAvailable when address.Kind == ChannelKind.Tcp =>
            new(address, ChannelFault.Io, "this machine does not have that IP address", e),
        SocketError.AddressNotAvailable =>
            new(address, ChannelFault.Io, "the directory of the socket file does not exist", e),
        _ => new(address, ChannelFault.Io, $"cannot listen there ({e.SocketErrorCode}): {e.Message}", e),
    };

    internal static ChannelException Dialling(ChannelAddress address, SocketException e) => e.SocketErrorCode switch
    {
        SocketError.ConnectionRefused => new(address, ChannelFault.NobodyListens, "nobody listens there", e),

        // What connecting to a socket file that does not exist is reported as.
        SocketError.AddressNotAvailable when address.Kind == ChannelKind.Unix =>
            new(address, ChannelFault.NobodyListens, "nobody listens there: no such socket file", e),
        SocketError.TimedOut => new(address, ChannelFault.TimedOut, "no answer", e),
        SocketError.WouldBlock or SocketError.TryAgain =>
            new(address, ChannelFault.Busy, "too many connections wait there to be accepted", e),
        _ => new(address, ChannelFault.Io, $"cannot connect ({e.SocketErrorCode}): {e.Message}", e),
    };
}
