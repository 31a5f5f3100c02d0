namespace Hyperactor.References;

/// <summary>Checks the names that ids are made with.</summary>
internal static class Identifier
{
    /// <summary>The name itself, or an error that quotes it.</summary>
    /// <exception cref="ReferenceFormatException">It is not a name.</exception>
    internal static string Require(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return NameText.TryScan(name, out var fault)
            ? name
            : throw new ReferenceFormatException(name, fault.Position, fault.Describe(name, "a name"));
    }
}
