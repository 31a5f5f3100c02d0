namespace Hyperactor;

/// <summary>
/// Thrown by a handler that refuses a call: only the caller sees it, and the actor goes on. Any other exception fails
/// the actor.
/// </summary>
/// <param name="message">What the caller is told.</param>
public sealed class CallFaultException(string message) : Exception(message);
