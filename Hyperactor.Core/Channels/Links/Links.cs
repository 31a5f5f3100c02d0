using System.Runtime.ExceptionServices;
using Hyperactor.Telemetry;

namespace Hyperactor.Channels;

/// <summary>Opens links from this side.</summary>
internal static class Links
{
    /// <summary>Connects, greets and starts a link. Once only: who wants to try again decides so above.</summary>
    /// <exception cref="ChannelException">No link came about; the message says why.</exception>
    /// <remarks>What <see cref="ILinkHost.Opened"/> throws comes out here, once the peer has been told.</remarks>
    internal static async Task<Link> DialAsync(
        Transport transport,
        ChannelAddress address,
        ILinkHost host,
        ChannelOptions options,
        CancellationToken cancellation = default)
    {
        Connection connection;
        try
        {
            connection = await transport.DialAsync(address, cancellation);
        }
        catch
        {
            RuntimeMetrics.ConnectionErrors.Add(1, "dial");
            throw;
        }

        Link link;
        try
        {
            link = await Handshake.DialAsync(connection, address, host, options, cancellation);
        }
        catch
        {
            RuntimeMetrics.ConnectionErrors.Add(1, "hello");
            await connection.Output.CompleteAsync();
            await connection.Input.CompleteAsync();
            await connection.DisposeAsync();
            throw;
        }

        if (link.Start(host) is { } failure)
        {
            await link.Completion;
            ExceptionDispatchInfo.Throw(failure);
        }

        return link;
    }
}
