using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hyperactor.Generators.Shape;

/// <summary>
/// Finds the parameters of a struct that it keeps: those of the type itself that anything but an initializer mentions.
/// The compiler makes fields without names of them, which no symbol shows.
/// </summary>
internal static class KeptParameters
{
    /// <summary>The parameters; those that only seem to be kept, because a local has their name, too.</summary>
    public static IEnumerable<IParameterSymbol> Of(INamedTypeSymbol type) => type.IsRecord
        ? []
        : type.InstanceConstructors
            .Where(static c => c.DeclaringSyntaxReferences.Any(static r => r.GetSyntax() is TypeDeclarationSyntax))
            .SelectMany(static c => c.Parameters)
            .Where(p => type.DeclaringSyntaxReferences
                .Select(static r => r.GetSyntax()).OfType<TypeDeclarationSyntax>()
                .SelectMany(static t => t.Members)
                .Any(m => Mentions(m, p.Name)));

    private static bool Mentions(MemberDeclarationSyntax member, string name) =>
        member is not (BaseTypeDeclarationSyntax or FieldDeclarationSyntax)
        && member.DescendantNodes(static n => n is not EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax })
            .Any(n => n is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == name);
}
