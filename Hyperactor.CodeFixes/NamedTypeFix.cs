using System.Composition;
using Hyperactor.CodeFixes.Editing;
using Hyperactor.Generators.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hyperactor.CodeFixes;

/// <summary>Marks the type that has no codec where it is declared.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NamedTypeFix)), Shared]
public sealed class NamedTypeFix() : Fixer(Rules.HYP2001NotSerializable)
{
    private protected override Task<IReadOnlyList<Offer>> FindAsync(Finding finding, CancellationToken cancellation)
    {
        var offers = new List<Offer>();
        if (Written(finding.Node) is { } written
            && finding.Model.GetTypeInfo(written, cancellation).Type is { } type && Culprit(type, []) is { } culprit && CanBeNamed(culprit))
        {
            var edits = Declarations.Mark(culprit, cancellation, "Named").ToList();
            if (edits.Count > 0)
            {
                offers.Add(new("named", $"Mark '{culprit.Name}' [Named]", edits));
            }
        }

        return Task.FromResult<IReadOnlyList<Offer>>(offers);
    }

    // The type as it is written where the report is: of a parameter, a member, or of what a handler returns.
    private static TypeSyntax? Written(SyntaxNode node) => node.FirstAncestorOrSelf<SyntaxNode>(static n =>
        n is ParameterSyntax or MemberDeclarationSyntax or TypeOfExpressionSyntax or AttributeSyntax) switch
    {
        ParameterSyntax parameter => parameter.Type,
        PropertyDeclarationSyntax property => property.Type,
        BaseFieldDeclarationSyntax field => field.Declaration.Type,
        MethodDeclarationSyntax method => method.ReturnType,
        AttributeSyntax attribute => attribute.DescendantNodes().OfType<TypeOfExpressionSyntax>().FirstOrDefault()?.Type,
        _ => null,
    };

    // The innermost type that cannot travel though all that it is made of can.
    private static INamedTypeSymbol? Culprit(ITypeSymbol type, HashSet<ISymbol> seen)
    {
        var parts = type switch
        {
            IArrayTypeSymbol array => [array.ElementType],
            INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.Select(static e => e.Type),
            INamedTypeSymbol named when seen.Add(named) => named.TypeArguments,
            _ => [],
        };
        return parts.Select(p => Culprit(p, seen)).FirstOrDefault(static p => p is not null)
            ?? (type is INamedTypeSymbol { TypeKind: not TypeKind.Error, IsTupleType: false } self && !Travels(self) ? self : null);
    }

    private static bool Travels(INamedTypeSymbol type) =>
        TypeReader.Read(type).IsGood
        || (type.OriginalDefinition.Is("System.Threading.Tasks", "ValueTask") && type.TypeArguments.All(static a => TypeReader.Read(a).IsGood));

    private static bool CanBeNamed(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false, IsStatic: false, IsRefLikeType: false, Arity: 0 }
        && !type.IsActor() && !type.Has("Named") && !type.IsPackable()
        && !PlaceReader.IsGeneric(type) && type.Access() != Access.Hidden
        && (type.TypeKind == TypeKind.Struct || MemberReader.Constructor(type, MemberReader.Candidates(type)) is not null);
}
