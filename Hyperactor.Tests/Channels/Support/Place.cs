using Hyperactor.Channels;

namespace Hyperactor.Tests.Channels;

/// <summary>The kinds of address that every test of connections runs over.</summary>
internal static class Place
{
    internal static readonly string[] All = ["local", "unix path", "unix abstract", "tcp"];

    /// <summary>
    /// An address of this kind where nobody listens; port or name are made up by the listener where they can be.
    /// </summary>
    internal static ChannelAddress New(string kind) => ChannelAddress.Parse(kind switch
    {
        "local" => "local:",
        "unix path" => "unix:" + Path.Combine(Path.GetTempPath(), $"hyp-{Guid.NewGuid():N}"),
        "unix abstract" => "unix:",
        "tcp" => "tcp:127.0.0.1:0",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    });

    /// <summary>An address that can be dialled, where nobody listens any more.</summary>
    internal static async Task<ChannelAddress> AbandonedAsync(Transport transport, string kind)
    {
        await using var listener = await transport.ListenAsync(New(kind));
        return listener.Address;
    }
}
