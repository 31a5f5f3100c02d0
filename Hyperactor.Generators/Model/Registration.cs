namespace Hyperactor.Generators.Model;

/// <summary>One line of a catalog.</summary>
/// <param name="Uri">What it registers: lines are sorted by it.</param>
/// <param name="Kind">What it registers it as.</param>
/// <param name="Code">
/// The codec or spawnable that is registered, or for a reducer the type arguments, or for a
/// protocol the type and the names of its messages, a line each.
/// </param>
internal sealed record Registration(string Uri, RegistrationKind Kind, string Code)
{
    /// <summary>What a codec of the library is told beside its URI, as source that begins with a comma; or nothing.</summary>
    public string Arguments { get; init; } = "";
}

/// <summary>What a catalog holds.</summary>
internal enum RegistrationKind
{
    /// <summary>A codec that was written for one type, and knows its URI.</summary>
    Codec,

    /// <summary>A codec of the library for types of a kind, which is told the URI.</summary>
    LibraryCodec,

    /// <summary>A reducer.</summary>
    Reducer,

    /// <summary>An actor that may be created by name.</summary>
    Spawnable,

    /// <summary>A key of an attribute, or a setting.</summary>
    Attr,

    /// <summary>A protocol or an alias, and the numbers of its messages.</summary>
    Protocol,
}
