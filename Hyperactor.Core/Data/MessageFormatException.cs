namespace Hyperactor.Data;

/// <summary>Bytes are not what they should be: too short, too long, nested too deep, or of another type.</summary>
/// <param name="message">What was wrong.</param>
/// <param name="inner">What the underlying reader said, if it was the one to notice.</param>
public sealed class MessageFormatException(string message, Exception? inner = null) : Exception(message, inner);
