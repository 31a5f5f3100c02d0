namespace Hyperactor.Generators.Model;

/// <summary>One line of a catalog.</summary>
/// <param name="Uri">What it registers: lines are sorted by it.</param>
/// <param name="Kind">What it registers it as.</param>
/// <param name="Code">
/// The codec or spawnable that is registered, or for a reducer the type arguments.
/// </param>
internal sealed record Registration(string Uri, RegistrationKind Kind, string Code);

/// <summary>What a catalog holds.</summary>
internal enum RegistrationKind
{
    /// <summary>The codec of a type.</summary>
    Codec,

    /// <summary>A reducer.</summary>
    Reducer,

    /// <summary>An actor that may be created by name.</summary>
    Spawnable,
}
