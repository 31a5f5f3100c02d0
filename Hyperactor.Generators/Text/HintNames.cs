using System.Globalization;
using Hyperactor.Data;
using Hyperactor.Generators.Model;

namespace Hyperactor.Generators.Text;

/// <summary>Names of generated files, which the compiler tells apart without regard to case.</summary>
internal static class HintNames
{
    /// <summary>The file of a part of what is written for a type.</summary>
    /// <param name="fullName">The full name of the type, nesting included.</param>
    /// <param name="part">Which part.</param>
    /// <param name="clashes">The names that differ from another one by case alone.</param>
    public static string Of(string fullName, string part, EquatableArray<string> clashes) =>
        clashes.Contains(fullName, StringComparer.Ordinal)
            ? $"{FileName(fullName)}-{TypeHash.Of(fullName).ToString("X16", CultureInfo.InvariantCulture)}.{part}.g.cs"
            : $"{FileName(fullName)}.{part}.g.cs";

    // As documentation comments spell them: angle brackets cannot be in the name of a file.
    private static string FileName(string fullName) =>
        fullName.Replace('<', '{').Replace('>', '}').Replace(" ", "").Replace("@", "");

    /// <summary>Those of the names that differ from another one by case alone, in ordinal order.</summary>
    public static EquatableArray<string> Clashes(IEnumerable<string> fullNames) =>
        fullNames.Distinct(StringComparer.Ordinal)
            .GroupBy(static n => n, StringComparer.OrdinalIgnoreCase)
            .Where(static g => g.Count() > 1)
            .SelectMany(static g => g)
            .OrderBy(static n => n, StringComparer.Ordinal)
            .ToEquatable();
}
