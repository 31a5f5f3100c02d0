namespace Hyperactor.Data;

/// <summary>
/// Written by the generator on each assembly that declares messages or actors: where the entry assembly finds their
/// registration.
/// </summary>
/// <param name="catalog">A static class with a public parameterless method <c>Register</c>.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class CatalogAttribute(Type catalog) : Attribute
{
    /// <summary>The generated static class.</summary>
    public Type Catalog { get; } = catalog;
}
