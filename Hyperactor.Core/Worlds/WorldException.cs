namespace Hyperactor.Worlds;

/// <summary>A world could not be launched, failed, or did not do what it was asked. The message names the ranks.</summary>
/// <param name="message">What happened.</param>
/// <param name="inner">What underlies it.</param>
public sealed class WorldException(string message, Exception? inner = null) : Exception(message, inner);
