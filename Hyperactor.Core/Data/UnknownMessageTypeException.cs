namespace Hyperactor.Data;

/// <summary>A type was to travel and has no codec.</summary>
/// <param name="message">Which type, and what to do.</param>
public sealed class UnknownMessageTypeException(string message) : InvalidOperationException(message)
{
    internal static UnknownMessageTypeException For(Type type)
    {
        var name = TypeNames.Of(type);
        return new(type.IsArray || type.IsGenericType || type.IsEnum
            ? $"{name} has no codec, because no message of the program mentions it. "
                + $"Register it: [assembly: RegisterType(typeof({name}))]."
            : $"{name} has no codec. Mark it [Named] and declare it partial so that the generator writes one; "
                + "if it is declared in another assembly, that assembly must reference the generator.");
    }
}
