using Hyperactor.Generators.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Hyperactor.Analyzers.Ownership;

/// <summary>The port through which a handler answers: a parameter, or the one such member of its message.</summary>
/// <param name="Parameter">The parameter that is the port, or holds it.</param>
/// <param name="Member">The member of the parameter that is the port, or null if it is the parameter.</param>
internal sealed record ReplyPort(IParameterSymbol Parameter, ISymbol? Member)
{
    /// <summary>What the user calls it.</summary>
    public string Name => Member is null ? Parameter.Name : $"{Parameter.Name}.{Member.Name}";

    /// <summary>The port of a method; null if it has none, or several.</summary>
    public static ReplyPort? Of(IMethodSymbol method)
    {
        ReplyPort? found = null;
        foreach (var parameter in method.Parameters)
        {
            foreach (var port in In(parameter, method))
            {
                if (found is not null)
                {
                    return null;
                }

                found = port;
            }
        }

        return found;
    }

    /// <summary>Whether an operation is the port itself.</summary>
    public bool Is(IOperation operation) => Member is null
        ? IsParameter(operation)
        : operation is IMemberReferenceOperation { Instance: { } instance } member && IsParameter(instance.Inner())
            && SymbolEqualityComparer.Default.Equals(member.Member, Member);

    /// <summary>Whether an operation is the parameter that is the port, or holds it.</summary>
    public bool IsParameter(IOperation operation) => operation is IParameterReferenceOperation reference
        && SymbolEqualityComparer.Default.Equals(reference.Parameter, Parameter);

    private static IEnumerable<ReplyPort> In(IParameterSymbol parameter, IMethodSymbol method)
    {
        if (parameter.Has("Reply"))
        {
            // Marked where nothing is replied, which is reported itself.
            yield break;
        }

        if (IsOnce(parameter.Type))
        {
            yield return new(parameter, null);
        }
        else if (parameter.Type is INamedTypeSymbol type && type.IsMessage() && !IsReturned(method, type))
        {
            for (var part = type; part is not null; part = part.BaseType)
            {
                foreach (var member in part.GetMembers())
                {
                    if (member is IPropertySymbol { IsStatic: false } property && IsOnce(property.Type)
                        || member is IFieldSymbol { IsStatic: false, IsImplicitlyDeclared: false } field && IsOnce(field.Type))
                    {
                        yield return new(parameter, member);
                    }
                }
            }
        }
    }

    // What a [Reply] port takes is what a handler of the message returns.
    private static bool IsReturned(IMethodSymbol method, INamedTypeSymbol message) =>
        method.ReturnType is INamedTypeSymbol { Arity: 1 } && ReplyReader.Read(message) is not null;

    private static bool IsOnce(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "OncePortRef", Arity: 1 } && type.IsHyperactor("OncePortRef");
}
