namespace Hyperactor;

/// <summary>An actor called itself: it would wait for ever, because it handles one message at a time.</summary>
/// <param name="actor">The actor.</param>
public sealed class SelfCallException(ActorId actor) : InvalidOperationException(
    $"{actor} called itself; it handles one message at a time and would wait for ever. Send a message, or call a method.");
