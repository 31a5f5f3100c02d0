using Hyperactor.Failures;

namespace Hyperactor;

/// <summary>What broke in an actor, as data that travels.</summary>
/// <param name="Actor">The actor that failed.</param>
/// <param name="ExceptionType">The full name of the type of exception.</param>
/// <param name="Message">Its message.</param>
/// <param name="Detail">The exception with its stack and its causes, within the limits of <see cref="FailureText"/>.</param>
/// <param name="Cause">The failure of a child that this actor did not handle, if that is why it failed.</param>
public sealed record ActorFailure(
    ActorId Actor, string ExceptionType, string Message, string Detail, ActorFailure? Cause = null)
{
    /// <summary>The failure at the bottom: the actor in which something broke first.</summary>
    public ActorFailure Root => Cause?.Root ?? this;

    internal static ActorFailure Of(ActorId actor, Exception exception) => new(
        actor, FailureText.TypeOf(exception), FailureText.MessageOf(exception), FailureText.Of(exception));

    internal static ActorFailure OfChild(ActorId actor, ActorFailure child) => new(
        actor, nameof(UnhandledChildFailure), $"did not handle the failure of {child.Actor}", "", child);

    /// <inheritdoc/>
    public override string ToString() => Cause is null
        ? $"{Actor} failed with {ExceptionType}: {Message}"
        : $"{Actor} {Message}; {Cause}";

    /// <summary>Names the failures that are not an exception of the actor's own.</summary>
    private static class UnhandledChildFailure;
}
