using System.Composition;
using Hyperactor.CodeFixes.Editing;
using Hyperactor.Generators.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hyperactor.CodeFixes;

/// <summary>Makes an actor or a protocol of what is marked as one, or takes the mark away.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MisplacedAttributeFix)), Shared]
public sealed class MisplacedAttributeFix() : Fixer(Rules.HYP1005MisplacedAttribute)
{
    private protected override Task<IReadOnlyList<Offer>> FindAsync(Finding finding, CancellationToken cancellation)
    {
        var offers = new List<Offer>();
        if (finding.Nearest<AttributeSyntax>() is { } export
            && AttributeEdits.Declaration(export) is ClassDeclarationSyntax owner
            && finding.Model.GetDeclaredSymbol(owner, cancellation) is { } type)
        {
            AddForExport(offers, export, owner, type, cancellation);
        }
        else if (finding.Nearest<MethodDeclarationSyntax>() is { Parent: TypeDeclarationSyntax container } method
            && finding.Model.GetDeclaredSymbol(container, cancellation) is { } around)
        {
            if (container is InterfaceDeclarationSyntax && around is { Arity: 0, ContainingType: null })
            {
                offers.Add(new("protocol", $"Mark '{around.Name}' [Handler]", [.. Declarations.Mark(around, cancellation, "Handler")]));
            }

            AddDerive(offers, container, around);
            offers.Add(new("remove", "Remove [Handler]", [new(method, static n => AttributeEdits.Unmark(n, "Handler"))]));
        }

        return Task.FromResult<IReadOnlyList<Offer>>(offers);
    }

    private static void AddForExport(
        List<Offer> offers, AttributeSyntax export, ClassDeclarationSyntax owner, INamedTypeSymbol type,
        CancellationToken cancellation)
    {
        AddDerive(offers, owner, type);
        if (!type.IsActor() || PlaceReader.IsGeneric(type) || type.Access() == Access.Hidden)
        {
            offers.Add(new("remove", "Remove [Export]", [new(owner, static n => AttributeEdits.Unmark(n, "Export"))]));
            return;
        }

        foreach (var protocol in Protocols(type))
        {
            var isMarked = protocol.TypeKind == TypeKind.Interface && protocol.Has("Handler");
            var isImplemented = type.AllInterfaces.Contains(protocol, SymbolEqualityComparer.Default);
            if (isMarked && !isImplemented && Implements(type, protocol))
            {
                var name = Name(export, protocol);
                offers.Add(new(
                    "implement", $"Implement '{protocol.Name}'", [new(owner, n => Declarations.AddBase(n, name, first: false))]));
            }
            else if (!isMarked && isImplemented && protocol is { TypeKind: TypeKind.Interface, Arity: 0 }
                && Declarations.Of(protocol, cancellation) is not null)
            {
                offers.Add(new(
                    "protocol", $"Mark '{protocol.Name}' [Handler]", [.. Declarations.Mark(protocol, cancellation, "Handler")]));
            }

            if (!isMarked || !isImplemented)
            {
                offers.Add(new(
                    "unexport", $"Do not export '{protocol.Name}'",
                    [new(export, n => Without((AttributeSyntax)n, protocol))]));
            }
        }
    }

    private static void AddDerive(List<Offer> offers, TypeDeclarationSyntax syntax, INamedTypeSymbol type)
    {
        if (type is { TypeKind: TypeKind.Class, IsStatic: false, IsRecord: false, Arity: 0, BaseType.SpecialType: SpecialType.System_Object })
        {
            offers.Add(new(
                "derive", $"Derive '{type.Name}' from Actor", [new(syntax, static n => Declarations.AddBase(n, "Actor", first: true))]));
        }
    }

    private static IEnumerable<INamedTypeSymbol> Protocols(INamedTypeSymbol type) =>
        type.Ours("Export") is { ConstructorArguments: [{ Kind: TypedConstantKind.Array, IsNull: false } protocols] }
            ? protocols.Values.Select(static v => v.Value).OfType<INamedTypeSymbol>()
            : [];

    // What the actor has already, with the same signatures.
    private static bool Implements(INamedTypeSymbol type, INamedTypeSymbol protocol) => protocol.AllInterfaces.IsEmpty
        && protocol.GetMembers().All(m => m is IMethodSymbol wanted && type.GetMembers(m.Name).OfType<IMethodSymbol>().Any(had =>
            had is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, Arity: 0 } && wanted.Arity == 0
            && SymbolEqualityComparer.Default.Equals(had.ReturnType, wanted.ReturnType)
            && had.Parameters.Select(static p => p.Type).SequenceEqual(
                wanted.Parameters.Select(static p => p.Type), SymbolEqualityComparer.Default)));

    // As it is written in typeof(…), so that it needs no other using.
    private static string Name(AttributeSyntax export, INamedTypeSymbol protocol) =>
        Types(export).FirstOrDefault(t => IsNamed(t, protocol))?.ToString() ?? protocol.ToDisplayString();

    private static AttributeSyntax Without(AttributeSyntax export, INamedTypeSymbol protocol)
    {
        var arguments = export.ArgumentList?.Arguments ?? default;
        var argument = arguments.FirstOrDefault(a => a.Expression is TypeOfExpressionSyntax { Type: var type } && IsNamed(type, protocol));
        return argument is null ? export
            : arguments.Count == 1 ? export.WithArgumentList(null)
            : export.WithArgumentList(export.ArgumentList!.WithArguments(arguments.Remove(argument)));
    }

    private static IEnumerable<TypeSyntax> Types(AttributeSyntax export) =>
        export.ArgumentList?.Arguments.Select(static a => a.Expression).OfType<TypeOfExpressionSyntax>().Select(static t => t.Type) ?? [];

    private static bool IsNamed(TypeSyntax type, INamedTypeSymbol protocol) => type switch
    {
        PredefinedTypeSyntax predefined => predefined.Keyword.ValueText == protocol.ToDisplayString(),
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText == protocol.Name,
        SimpleNameSyntax simple => simple.Identifier.ValueText == protocol.Name,
        _ => false,
    };
}
