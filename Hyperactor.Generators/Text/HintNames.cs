namespace Hyperactor.Generators.Text;

/// <summary>Names of generated files.</summary>
internal static class HintNames
{
    /// <summary>The file of a part of what is written for a type.</summary>
    /// <param name="stem">The full name of the type, nesting included.</param>
    /// <param name="part">Which part.</param>
    public static string Of(string stem, string part) => $"{stem.Replace("@", "")}.{part}.g.cs";
}
