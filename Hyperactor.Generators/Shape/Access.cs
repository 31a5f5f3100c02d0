using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Shape;

/// <summary>From where a type can be named.</summary>
internal enum Access
{
    /// <summary>Not from all of its assembly: no client could name it.</summary>
    Hidden,

    /// <summary>From its assembly.</summary>
    Internal,

    /// <summary>From everywhere.</summary>
    Public,
}

/// <summary>Reads from where types can be named.</summary>
internal static class AccessReading
{
    /// <summary>The least accessible of the type, its containers, its arguments and its items.</summary>
    public static Access Access(this ITypeSymbol type)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                return array.ElementType.Access();
            case INamedTypeSymbol named:
                if (named.IsFileLocal)
                {
                    return Shape.Access.Hidden;
                }

                var access = Declared(named.DeclaredAccessibility);
                if (named.ContainingType is { } container)
                {
                    access = Least(access, container.Access());
                }

                foreach (var argument in named.TypeArguments)
                {
                    access = Least(access, argument.Access());
                }

                return access;
            default:
                return Shape.Access.Public;
        }
    }

    /// <summary>The lesser of two.</summary>
    public static Access Least(Access left, Access right) => left < right ? left : right;

    /// <summary>The modifier that gives this access.</summary>
    public static string Keyword(this Access access) => access == Shape.Access.Public ? "public" : "internal";

    private static Access Declared(Accessibility accessibility) => accessibility switch
    {
        Accessibility.Public or Accessibility.NotApplicable => Shape.Access.Public,
        Accessibility.Internal or Accessibility.ProtectedOrInternal => Shape.Access.Internal,
        _ => Shape.Access.Hidden,
    };
}
