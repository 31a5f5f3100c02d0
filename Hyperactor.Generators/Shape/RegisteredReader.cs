using Hyperactor.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Shape;

/// <summary>Reads the types that <c>[assembly: RegisterType]</c> asks for.</summary>
internal static class RegisteredReader
{
    /// <summary>What the catalog registers for them, as far as they can travel.</summary>
    public static EquatableArray<Registration> Read(Compilation compilation, CancellationToken cancellation)
    {
        var registrations = new List<Registration>();
        foreach (var attribute in compilation.Assembly.GetAttributes())
        {
            cancellation.ThrowIfCancellationRequested();
            if (Read(attribute) is var (_, facts) && facts.IsGood)
            {
                registrations.AddRange(facts.Registrations);
            }
        }

        return registrations.ToEquatable();
    }

    /// <summary>Notes an attribute whose type cannot travel.</summary>
    public static void Check(AttributeData attribute, List<Violation> violations)
    {
        if (Read(attribute) is var (type, facts) && facts is { IsGood: false, Problem.Length: > 0 })
        {
            violations.Report(
                Rules.HYP2001NotSerializable, attribute, type, type.Name,
                type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat), facts.Problem);
        }
    }

    private static (ITypeSymbol Type, TypeFacts Facts)? Read(AttributeData attribute)
    {
        if (!attribute.AttributeClass.IsHyperactor("RegisterTypeAttribute")
            || attribute.ConstructorArguments is not [{ Kind: TypedConstantKind.Type, Value: ITypeSymbol type }])
        {
            return null;
        }

        var facts = type is INamedTypeSymbol { IsUnboundGenericType: true }
            ? TypeFacts.Cannot("its arguments are missing; only a use of it has values")
            : type is INamedTypeSymbol named && named.Has("Named") && named.Reduces() is { } reduced
                ? MessageReader.Reducer(named, reduced)
            : TypeReader.Read(type);
        return (type, facts.IsGood && type.Access() == Access.Hidden
            ? TypeFacts.Cannot("its codec must reach it; make it internal or public")
            : facts);
    }
}
