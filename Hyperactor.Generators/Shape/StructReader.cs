using System.Runtime.InteropServices;
using Hyperactor.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hyperactor.Generators.Shape;

/// <summary>Reads how the fields of a struct of ours are checked, when it has come as its bytes in memory.</summary>
/// <param name="cancellation">Ends the work.</param>
internal sealed class StructReader(CancellationToken cancellation)
{
    private readonly List<string> _checks = [];
    private readonly List<string> _zeroTests = [];
    private readonly List<ITypeSymbol> _checkers = [];

    /// <summary>The checks, as source that refers to the struct as <c>value</c>.</summary>
    public EquatableArray<string> Checks => _checks.ToEquatable();

    /// <summary>What tells whether a value is zero, as source; empty if no bytes lie between its fields.</summary>
    public EquatableArray<string> ZeroTests => _zeroTests.ToEquatable();

    /// <summary>The types whose own codecs are asked.</summary>
    public IReadOnlyList<ITypeSymbol> Checkers => _checkers;

    /// <summary>Reads a struct; false if its fields cannot be checked and must be.</summary>
    public bool Read(INamedTypeSymbol type, List<Violation>? violations)
    {
        foreach (var field in BitReader.Fields(type))
        {
            cancellation.ThrowIfCancellationRequested();
            if (Problem(field) is { } problem)
            {
                return Report(violations, field.AssociatedSymbol ?? field, field.Type, problem, type);
            }
        }

        if (KeptParameters.Of(type).FirstOrDefault(static p => BitReader.IsChecked(p.Type)) is { } kept)
        {
            return Report(
                violations, kept, kept.Type,
                "it is kept in a field without a name, where no codec can check it; declare a property for it", type);
        }

        if (GapReader.MayHave(type) && GapProblem(type) is var (at, held, why))
        {
            return Report(violations, at, held, why, type);
        }

        return _checks.Count == 0 || !HasLayout(type)
            || Report(
                violations, type, type,
                "its fields share memory or stand in an inline array, and not all bytes are a value of them; use ordinary fields",
                null);
    }

    private string? Problem(IFieldSymbol field)
    {
        if (field.IsFixedSizeBuffer)
        {
            return BitReader.Held(((IPointerTypeSymbol)field.Type).PointedAtType, []) is null
                ? null
                : "not all bytes are a value of it, and a buffer cannot be checked; use fields or an array";
        }

        var before = _checks.Count;
        var problem = BitReader.Read(field.Type, "value." + GapReader.Name(field), _checks, _checkers);
        return problem is not null || _checks.Count == before || IsPlain(field, cancellation)
            ? problem
            : "its getter does not show the field as it is, so no codec can check it; declare an automatic property or a field";
    }

    private (ISymbol At, ITypeSymbol Type, string Problem)? GapProblem(INamedTypeSymbol type)
    {
        const string Why = "bytes lie between the fields, which would show what was in memory before, and no codec can find them: ";
        if (KeptParameters.Of(type).FirstOrDefault() is { } kept)
        {
            return (kept, kept.Type, Why + "it is kept in a field without a name; declare a property for it");
        }

        foreach (var field in BitReader.Fields(type))
        {
            var at = field.AssociatedSymbol ?? field;
            if (field.IsFixedSizeBuffer || !IsPlain(field, cancellation))
            {
                return (at, field.Type, Why + "this one cannot be seen as it is; declare an automatic property or an ordinary field");
            }

            if (GapReader.Read(field.Type, "value." + GapReader.Name(field), _zeroTests, _checkers) is { } problem)
            {
                return (at, field.Type, problem);
            }
        }

        // A struct without fields is one byte, and that means nothing.
        if (_zeroTests.Count == 0)
        {
            _zeroTests.Add("true");
        }

        return null;
    }

    /// <summary>Whether source can name the field, or the getter of its property returns it as it is.</summary>
    internal static bool IsPlain(IFieldSymbol field, CancellationToken cancellation) => field.AssociatedSymbol is not IPropertySymbol property
        ? field.CanBeReferencedByName
        : property.ExplicitInterfaceImplementations.IsEmpty
            && (property.PartialImplementationPart ?? property).GetMethod is { } getter
            && getter.DeclaringSyntaxReferences.All(r => r.GetSyntax(cancellation) switch
            {
                AccessorDeclarationSyntax accessor => accessor.Body is null && IsField(accessor.ExpressionBody),
                ArrowExpressionClauseSyntax body => IsField(body),
                _ => true,
            });

    private static bool IsField(ArrowExpressionClauseSyntax? body) => body is null || body.Expression.ToString() == "field";

    private static bool HasLayout(INamedTypeSymbol type) => type.GetAttributes().Any(static a =>
        a.AttributeClass.Is("System.Runtime.CompilerServices", "InlineArrayAttribute")
        || (a.AttributeClass.Is("System.Runtime.InteropServices", "StructLayoutAttribute")
            && a.ConstructorArguments is [{ Value: var kind }, ..]
            && kind is (int)LayoutKind.Explicit or (short)LayoutKind.Explicit));

    private static bool Report(
        List<Violation>? violations, ISymbol at, ITypeSymbol type, string problem, INamedTypeSymbol? owner)
    {
        MessageReader.NotSerializable(violations, at, type, problem, owner);
        return false;
    }
}
