namespace Hyperactor.Channels;

/// <summary>Listening at an address, or dialling it, failed. The message names the address.</summary>
/// <param name="address">The address.</param>
/// <param name="fault">The category.</param>
/// <param name="reason">What happened, as the end of a sentence.</param>
/// <param name="inner">The error underneath, if there was one.</param>
public sealed class ChannelException(
    ChannelAddress address, ChannelFault fault, string reason, Exception? inner = null)
    : IOException($"{address}: {reason}", inner)
{
    /// <summary>The address that was listened at or dialled.</summary>
    public ChannelAddress Address { get; } = address;

    /// <summary>The category, for code that decides what to try next.</summary>
    public ChannelFault Fault { get; } = fault;
}
