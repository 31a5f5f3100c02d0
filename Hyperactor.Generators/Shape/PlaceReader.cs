using Hyperactor.Generators.Model;
using Hyperactor.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hyperactor.Generators.Shape;

/// <summary>Reads where types stand, and whether another part of them can be declared.</summary>
internal static class PlaceReader
{
    /// <summary>Where the type stands.</summary>
    public static PlaceModel Read(INamedTypeSymbol type)
    {
        var containers = new List<string>();
        for (var container = type.ContainingType; container is not null; container = container.ContainingType)
        {
            containers.Insert(0, Declaration(container));
        }

        var fullName = type.FullName() + Parameters(type);
        return new(
            type.ContainingNamespace.IsGlobalNamespace
                ? ""
                : type.ContainingNamespace.ToDisplayString(
                    SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted)),
            containers.ToEquatable(),
            Declaration(type),
            Identifiers.EscapeType(type.Name),
            type.Type(),
            fullName);
    }

    /// <summary>The name of the static class of the type's clients: containers are part of it.</summary>
    public static string ClientName(INamedTypeSymbol type)
    {
        var name = type.Name + "Client";
        for (var container = type.ContainingType; container is not null; container = container.ContainingType)
        {
            name = container.Name + name;
        }

        return name;
    }

    /// <summary>Whether the type and its containers are declared partial.</summary>
    public static bool IsOpen(INamedTypeSymbol type, List<Violation>? violations, CancellationToken cancellation)
    {
        var open = true;
        for (var part = type; part is not null; part = part.ContainingType)
        {
            if (!IsPartial(part, cancellation))
            {
                violations.Report(Rules.HYP1001MustBePartial, part, part.Name, type.Name);
                open = false;
            }
        }

        return open;
    }

    /// <summary>Whether the type or a container has type parameters.</summary>
    public static bool IsGeneric(INamedTypeSymbol type)
    {
        for (var part = type; part is not null; part = part.ContainingType)
        {
            if (part.Arity > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellation) =>
        type.DeclaringSyntaxReferences.Any(r =>
            r.GetSyntax(cancellation) is TypeDeclarationSyntax declaration
            && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static string Declaration(INamedTypeSymbol type)
    {
        var kind = type switch
        {
            { IsRecord: true, TypeKind: TypeKind.Struct } => "record struct",
            { IsRecord: true } => "record",
            { TypeKind: TypeKind.Struct } => "struct",
            { TypeKind: TypeKind.Interface } => "interface",
            _ => "class",
        };
        return $"partial {kind} {Identifiers.EscapeType(type.Name)}{Parameters(type)}";
    }

    private static string Parameters(INamedTypeSymbol type) =>
        type.Arity == 0 ? "" : $"<{string.Join(", ", type.TypeParameters.Select(static p => Identifiers.Escape(p.Name)))}>";
}
