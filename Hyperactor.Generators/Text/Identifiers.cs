using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Hyperactor.Generators.Text;

/// <summary>Identifiers of C#.</summary>
internal static class Identifiers
{
    /// <summary>The name as source spells it: with an @ if it is a keyword.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    /// <summary>The name of a type as its declaration spells it: words such as <c>record</c> need an @ there too.</summary>
    public static string EscapeType(string name) =>
        SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None ? Escape(name) : "@" + name;

    /// <summary>The name of the property that a parameter makes.</summary>
    public static string Pascal(string name)
    {
        var bare = name.TrimStart('_');
        return bare.Length == 0 || !char.IsLetter(bare[0])
            ? name
            : char.ToUpperInvariant(bare[0]) + bare.Substring(1);
    }

    /// <summary>The name of the local that holds a member.</summary>
    public static string Camel(string name)
    {
        var bare = name.TrimStart('_');
        return bare.Length == 0 || !char.IsLetter(bare[0])
            ? name
            : char.ToLowerInvariant(bare[0]) + bare.Substring(1);
    }

    /// <summary>The name, with a number behind it if it is taken; the result is then taken too.</summary>
    public static string Unique(string name, ISet<string> taken)
    {
        var unique = name;
        for (var i = 2; !taken.Add(unique); i++)
        {
            unique = name + i.ToString(CultureInfo.InvariantCulture);
        }

        return unique;
    }

    /// <summary>An identifier made of any text: what may not stand in one becomes an underscore.</summary>
    public static string From(string text)
    {
        var result = new StringBuilder(text.Length + 1);
        foreach (var c in text)
        {
            result.Append(SyntaxFacts.IsIdentifierPartCharacter(c) ? c : '_');
        }

        if (result.Length == 0 || !SyntaxFacts.IsIdentifierStartCharacter(result[0]))
        {
            result.Insert(0, '_');
        }

        return result.ToString();
    }
}
