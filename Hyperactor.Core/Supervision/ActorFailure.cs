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
    /// <summary>
    /// What the actor did last, oldest first: the handlers that ran by their names, how often where it was several times in
    /// a row, and with their times notes (<see cref="Context.Record"/>), messages that came back and children that failed.
    /// At most <see cref="ActorLimits.RecordedEventsMax"/>.
    /// </summary>
    public IReadOnlyList<string> Recent { get; init; } = [];

    /// <summary>The failure at the bottom: the actor in which something broke first.</summary>
    public ActorFailure Root => Cause?.Root ?? this;

    /// <summary>What broke, without what the actor did before.</summary>
    internal string Summary => Cause is null
        ? $"{Actor} failed with {ExceptionType}: {Message}"
        : $"{Actor} {Message}; {Cause.Summary}";

    internal static ActorFailure Of(ActorId actor, Exception exception) => new(
        actor, FailureText.TypeOf(exception), FailureText.MessageOf(exception), FailureText.Of(exception));

    internal static ActorFailure OfChild(ActorId actor, ActorFailure child) => new(
        actor, nameof(UnhandledChildFailure), $"did not handle the failure of {child.Actor}", "", child);

    /// <summary>What broke, and what the actor in which it broke did last.</summary>
    public override string ToString()
    {
        var recent = Root.Recent;
        return recent.Count == 0 ? Summary : $"{Summary} (last: {string.Join(", ", recent)})";
    }

    /// <summary>Names the failures that are not an exception of the actor's own.</summary>
    private static class UnhandledChildFailure;
}
