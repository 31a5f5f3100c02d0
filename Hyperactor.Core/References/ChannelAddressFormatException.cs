namespace Hyperactor;

/// <summary>A text is not a channel address. The message quotes it and says where it fails and what was expected.</summary>
/// <param name="text">The whole text.</param>
/// <param name="position">The index of the first char that does not fit.</param>
/// <param name="expected">What should have stood there.</param>
/// <param name="message">The whole message.</param>
public sealed class ChannelAddressFormatException(string text, int position, string expected, string message)
    : FormatException(message)
{
    /// <summary>The whole text that was read.</summary>
    public string Text { get; } = text;

    /// <summary>The index, in <see cref="Text"/>, of the first char that does not fit; its length if something is missing.</summary>
    public int Position { get; } = position;

    /// <summary>What should have stood there, such as <c>a port from 0 to 65535 after the last colon</c>.</summary>
    public string Expected { get; } = expected;
}
