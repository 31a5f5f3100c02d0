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

    /// <summary>
    /// Whether each member is written with its length, so that members may be appended also where the type stands in
    /// other values: who does not know them passes over them. All sides must agree, and it costs a byte or more for each member.
    /// The layout is that of MemoryPack's <c>GenerateType.VersionTolerant</c>. Only for classes, and structs that
    /// hold references.
    /// </summary>
    public bool VersionTolerant { get; set; }
}
