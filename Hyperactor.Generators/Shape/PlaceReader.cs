using System.Collections.Immutable;
using System.Globalization;
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

        var parameters = TypeParameters(type);
        return new(
            type.ContainingNamespace.IsGlobalNamespace
                ? ""
                : type.ContainingNamespace.ToDisplayString(
                    SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted)),
            containers.ToEquatable(),
            Declaration(type),
            Identifiers.EscapeType(type.Name),
            type.Type(),
            FullName(type))
        {
            TypeParameters = parameters.Select(static p => Identifiers.Escape(p.Name)).ToEquatable(),
            Constraints = parameters.Select(InterceptedMethodReader.Constraint).Where(static c => c.Length > 0).ToEquatable(),
        };
    }

    /// <summary>
    /// The name of the static class of the type's clients: containers are part of it. Where another type of the namespace
    /// would get the same one, the containers stand apart, and a generic type tells how many parameters it has.
    /// </summary>
    public static string ClientName(INamedTypeSymbol type)
    {
        var path = new List<string>();
        for (var part = type; part is not null; part = part.ContainingType)
        {
            var isShared = Siblings(part).Any(s => s.Arity < part.Arity);
            path.Insert(0, part.Name + (isShared ? part.Arity.ToString(CultureInfo.InvariantCulture) : ""));
        }

        var joined = string.Concat(path);
        return (path.Count > 1 && !type.ContainingNamespace.GetTypeMembers(joined).IsEmpty ? string.Join("_", path) : joined)
            + "Client";
    }

    /// <summary>The type of the user's that has the name of the type's clients, or null.</summary>
    public static INamedTypeSymbol? InTheWayOfClient(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.IsEmpty
        ? null
        : type.ContainingNamespace.GetTypeMembers(ClientName(type), 0).FirstOrDefault(static t => !TypeReader.IsGenerated(t));

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

    /// <summary>The type parameters of the containers, outermost first, and of the type.</summary>
    public static IReadOnlyList<ITypeParameterSymbol> TypeParameters(INamedTypeSymbol type)
    {
        var all = new List<ITypeParameterSymbol>();
        for (var part = type; part is not null; part = part.ContainingType)
        {
            all.InsertRange(0, part.TypeParameters);
        }

        return all;
    }

    /// <summary>The type arguments of the containers, outermost first, and of the type.</summary>
    public static IReadOnlyList<ITypeSymbol> TypeArguments(INamedTypeSymbol type)
    {
        if (type.ContainingType is null)
        {
            return type.TypeArguments;
        }

        var all = new List<ITypeSymbol>();
        for (var part = type; part is not null; part = part.ContainingType)
        {
            all.InsertRange(0, part.TypeArguments);
        }

        return all;
    }

    private static ImmutableArray<INamedTypeSymbol> Siblings(INamedTypeSymbol type) =>
        type.ContainingType?.GetTypeMembers(type.Name) ?? type.ContainingNamespace.GetTypeMembers(type.Name);

    private static string FullName(INamedTypeSymbol type) => type.ContainingType is { } container && IsGeneric(container)
        ? $"{FullName(container)}.{type.Name}{Parameters(type)}"
        : type.FullName() + Parameters(type);

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
