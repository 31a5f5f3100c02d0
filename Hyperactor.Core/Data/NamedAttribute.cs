namespace Hyperactor;

/// <summary>
/// Gives a message, a protocol, an actor or a reducer a name that all processes share. The generator writes its type
/// identity and, for a message, its codec.
/// </summary>
/// <param name="uri">
/// The shared name; by default the full name of the type. Each use of a generic type has the names of its arguments
/// behind it: <c>pair&lt;int, string&gt;</c>.
/// </param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Enum)]
public sealed class NamedAttribute(string? uri = null) : Attribute
{
    /// <summary>The shared name, without arguments; null for the full name of the type.</summary>
    public string? Uri { get; } = uri;
}
