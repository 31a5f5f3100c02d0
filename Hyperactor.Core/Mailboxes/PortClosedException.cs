namespace Hyperactor;

/// <summary>A port is closed; the message tells why.</summary>
/// <param name="message">Why it was closed.</param>
public sealed class PortClosedException(string message) : InvalidOperationException(message);
