namespace Hyperactor.Data;

/// <summary>
/// Bytes or JSON are not what they should be: too short, too long, nested too deep, or of another type.
/// </summary>
/// <param name="message">What was wrong.</param>
/// <param name="inner">What the underlying reader said, if it was the one to notice.</param>
public sealed class MessageFormatException(string message, Exception? inner = null) : Exception(message, inner)
{
    private const int PathMax = 512;

    /// <summary>Where in a JSON value it was, from its root <c>$</c>; null for bytes.</summary>
    public string? Path { get; private set; }

    /// <inheritdoc/>
    public override string Message => Path is null ? base.Message : $"{Path}: {base.Message}";

    /// <summary>A JSON value is wrong; where it stands is noted on the way up.</summary>
    internal static MessageFormatException InJson(string message, Exception? inner = null) =>
        new(message, inner) { Path = "$" };

    /// <summary>
    /// Notes that the value stands in a member or an item. A filter of exceptions calls this, so that each level notes
    /// itself without stopping the exception: it is never true.
    /// </summary>
    internal bool IsStoppedIn(string place)
    {
        var below = Path is null ? "" : Path[1..];
        Path = "$" + (below.Length > PathMax ? place + "…" : place + below);
        return false;
    }
}
