namespace Hyperactor.Channels;

/// <summary>A text is not a channel address. The message quotes the text and says what was expected.</summary>
/// <param name="text">The whole text.</param>
/// <param name="expected">What should have stood there.</param>
public sealed class ChannelAddressFormatException(string text, string expected)
    : FormatException($"'{text}' is not a channel address: {expected}.")
{
    /// <summary>The whole text that was read.</summary>
    public string Text { get; } = text;

    /// <summary>What should have stood there, such as <c>a port from 0 to 65535 after the last colon</c>.</summary>
    public string Expected { get; } = expected;
}
