namespace Hyperactor;

/// <summary>Tells a parent, or a proc whose root it was, that an actor failed.</summary>
/// <param name="Actor">The actor that failed: a direct child, or a root.</param>
/// <param name="Failure">What broke, with the chain of causes below it.</param>
public sealed record SupervisionEvent(ActorId Actor, ActorFailure Failure);
