namespace Hyperactor.Data;

/// <summary>A type was to travel and has no codec.</summary>
/// <param name="message">Which type, and what to do.</param>
public sealed class UnknownMessageTypeException(string message) : InvalidOperationException(message)
{
    internal static UnknownMessageTypeException For(Type type) => new(
        $"{type} has no codec. Mark it [Named] and declare it partial so that the generator writes one; "
        + "if it is declared in another assembly, that assembly must reference the generator.");
}
