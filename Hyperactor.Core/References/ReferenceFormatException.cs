namespace Hyperactor;

/// <summary>A text is not the id that was asked for. The message tells where it went wrong and what was expected.</summary>
/// <param name="text">The whole text.</param>
/// <param name="position">The index of the first char that does not fit.</param>
/// <param name="message">What is wrong and what to write instead.</param>
public sealed class ReferenceFormatException(string text, int position, string message) : FormatException(message)
{
    /// <summary>The whole text that was read.</summary>
    public string Text { get; } = text;

    /// <summary>
    /// The index, in <see cref="Text"/>, of the first char that does not fit; its length if something is missing, and 0 if
    /// the text is a well-formed id of another kind.
    /// </summary>
    public int Position { get; } = position;
}
