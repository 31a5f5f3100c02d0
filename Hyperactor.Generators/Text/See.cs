namespace Hyperactor.Generators.Text;

/// <summary>Types in documentation comments.</summary>
internal static class See
{
    /// <summary>A link to the type; a use of a generic type, to which none can lead, as code.</summary>
    public static string Type(string type) => type.Contains('<')
        ? $"<c>{type.Replace("global::", "").Replace("<", "&lt;").Replace(">", "&gt;")}</c>"
        : $"<see cref=\"{type}\"/>";
}
