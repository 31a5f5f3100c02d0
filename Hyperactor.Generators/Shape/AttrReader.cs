using System.Text;
using Hyperactor.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Shape;

/// <summary>Reads classes that declare keys, and what they get wrong.</summary>
internal static class AttrReader
{
    /// <summary>Reads a class; null if it is not well formed, or declares nothing.</summary>
    public static AttrClassModel? Read(INamedTypeSymbol type, List<Violation>? violations, CancellationToken cancellation)
    {
        if (!IsUsable(type, violations) | !PlaceReader.IsOpen(type, violations, cancellation))
        {
            return null;
        }

        var reader = new AttrKeyReader(type, Prefix(type), violations);
        var keys = new List<AttrKeyModel>();
        foreach (var property in type.GetMembers().OfType<IPropertySymbol>().InSourceOrder())
        {
            if (reader.Read(property, cancellation) is { } key)
            {
                keys.Add(key);
            }
        }

        return keys.Count == 0
            ? null
            : new(PlaceReader.Read(type), keys.ToEquatable(), reader.Registrations.ToEquatable());
    }

    /// <summary>A name of C# in small letters: <c>MessagesPerTurn</c> is <c>messages_per_turn</c>.</summary>
    public static string Snake(string name)
    {
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = char.IsUpper(name[i]) && i > 0
                && (char.IsLower(name[i - 1]) || char.IsDigit(name[i - 1])
                    || (char.IsUpper(name[i - 1]) && i + 1 < name.Length && char.IsLower(name[i + 1])));
            text.Append(startsWord ? "_" : "").Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }

    private static string Prefix(INamedTypeSymbol type) =>
        type.Ours("DeclareAttrs") is { ConstructorArguments: [{ Value: string prefix }] }
            ? prefix
            : string.Join(".", type.FullName().Split('.').Select(Snake));

    private static bool IsUsable(INamedTypeSymbol type, List<Violation>? violations)
    {
        var problem = !type.IsStatic ? "the class is not static"
            : PlaceReader.IsGeneric(type) ? "the class is generic"
            : type.Access() == Access.Hidden
                ? "the class is not visible in all of its assembly; make it internal or public"
            : null;
        if (problem is not null)
        {
            violations.Report(Rules.HYP4001AttrClass, type, type.Name, problem);
        }

        return problem is null;
    }
}
