namespace Hyperactor;

/// <summary>A name is taken by an actor or a client that has not ended.</summary>
/// <param name="id">The address that is taken.</param>
public sealed class NameInUseException(ActorId id) : InvalidOperationException(
    $"{id} exists and has not ended; choose another name, or stop it and await its completion.")
{
    /// <summary>The address that is taken.</summary>
    public ActorId Id { get; } = id;
}
