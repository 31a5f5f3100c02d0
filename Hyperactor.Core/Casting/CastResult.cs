namespace Hyperactor;

/// <summary>The outcome of asking a gang: one reduced value, and what became of every rank.</summary>
/// <typeparam name="T">The type of the replies.</typeparam>
/// <param name="Value">The replies that came, combined in rank order; the default value if none came.</param>
/// <param name="Expected">How many ranks were asked.</param>
/// <param name="Replied">How many replied.</param>
/// <param name="Failed">The ranks that did not, each with the reason; in rank order.</param>
public readonly record struct CastResult<T>(T Value, int Expected, int Replied, IReadOnlyList<RankFailure> Failed)
{
    /// <summary>Whether every rank replied.</summary>
    public bool IsComplete => Replied == Expected;

    /// <summary>The value, if every rank replied.</summary>
    /// <exception cref="CastIncompleteException">Some did not; the message names them.</exception>
    public T ValueOrThrow() => IsComplete ? Value : throw new CastIncompleteException(Expected, Replied, Failed);
}
