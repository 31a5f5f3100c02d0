using System.Composition;
using Hyperactor.CodeFixes.Editing;
using Hyperactor.Generators.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hyperactor.CodeFixes;

/// <summary>Gives a property the shape of a key.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AttrShapeFix)), Shared]
public sealed class AttrShapeFix() : Fixer(Rules.HYP4002AttrShape)
{
    private protected override Task<IReadOnlyList<Offer>> FindAsync(Finding finding, CancellationToken cancellation)
    {
        IReadOnlyList<Offer> offers = finding.Nearest<PropertyDeclarationSyntax>() is { } syntax
            && finding.Model.GetDeclaredSymbol(syntax, cancellation) is { } property
            && Way(syntax, property, cancellation) is { } offer
                ? [offer]
                : [];
        return Task.FromResult(offers);
    }

    // In the order in which the rule looks.
    private static Offer? Way(PropertyDeclarationSyntax syntax, IPropertySymbol property, CancellationToken cancellation)
    {
        if (!property.IsPartialDefinition)
        {
            // What it is initialized with would be lost.
            return syntax.Initializer is null && syntax.AccessorList?.Accessors.All(static a => a is { Body: null, ExpressionBody: null }) == true
                ? One("partial", "Declare it partial", syntax, static p => ModifierEdits.Append(p, SyntaxKind.PartialKeyword))
                : null;
        }

        if (!property.IsStatic)
        {
            return One("static", "Declare it static", syntax, static p => ModifierEdits.Append(p, SyntaxKind.StaticKeyword));
        }

        if (property is { GetMethod: not null, SetMethod: not null, IsIndexer: false })
        {
            return One("get", "Remove the setter", syntax, WithoutSetter);
        }

        if (Key(syntax.Type) is not { } key)
        {
            return null;
        }

        if (!property.ContainingType.Has("DeclareAttrs"))
        {
            return new(
                "declare", $"Mark '{property.ContainingType.Name}' [DeclareAttrs]",
                [.. Declarations.Mark(property.ContainingType, cancellation, "DeclareAttrs")]);
        }

        var other = property.Type.Name == "AttrKey" && property.Has("Setting") ? "Setting"
            : property.Type.Name == "Setting" && property.Has("Attr") ? "AttrKey"
            : null;
        if (other is not null)
        {
            return new(
                "type", $"Make it {(other == "AttrKey" ? "an" : "a")} {other}",
                [new(key, n => ((GenericNameSyntax)n).WithIdentifier(
                    SyntaxFactory.Identifier(other).WithTriviaFrom(((GenericNameSyntax)n).Identifier)))]);
        }

        return property.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal
            ? null
            : One("internal", "Make it internal", syntax, static p => ModifierEdits.See(p, SyntaxKind.InternalKeyword));
    }

    private static Offer One(
        string key, string title, PropertyDeclarationSyntax syntax, Func<PropertyDeclarationSyntax, SyntaxNode> change) =>
        new(key, title, [new(syntax, n => change((PropertyDeclarationSyntax)n))]);

    private static PropertyDeclarationSyntax WithoutSetter(PropertyDeclarationSyntax property)
    {
        var accessors = property.AccessorList!;
        return property.WithAccessorList(accessors.WithAccessors(SyntaxFactory.List(
            accessors.Accessors.Where(static a => a.IsKind(SyntaxKind.GetAccessorDeclaration)))));
    }

    private static GenericNameSyntax? Key(TypeSyntax type) => type switch
    {
        GenericNameSyntax generic => generic,
        QualifiedNameSyntax { Right: GenericNameSyntax generic } => generic,
        _ => null,
    };
}
