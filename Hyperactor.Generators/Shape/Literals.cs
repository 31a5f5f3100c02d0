using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hyperactor.Generators.Shape;

/// <summary>Default values of parameters as source.</summary>
internal static class Literals
{
    /// <summary>The default value, or null if there is none.</summary>
    public static string? Default(IParameterSymbol parameter) =>
        parameter.HasExplicitDefaultValue ? Of(parameter.Type, parameter.ExplicitDefaultValue) : null;

    /// <summary>A constant of an attribute as a value of a type; null if it is none, with the reason.</summary>
    public static string? Convert(ITypeSymbol type, TypedConstant constant, out string? problem)
    {
        var target = Underlying(type);
        if (constant.IsNull)
        {
            var mayBeNull = !SymbolEqualityComparer.Default.Equals(target, type)
                || (type.IsReferenceType && type.NullableAnnotation != NullableAnnotation.NotAnnotated);
            problem = mayBeNull ? null : "its default is null, and its value may not be";
            return mayBeNull ? "null" : null;
        }

        problem = $"its default is a '{constant.Type?.ToDisplayString()}', and its value is a '{type.ToDisplayString()}'";
        if (constant.Kind == TypedConstantKind.Enum || target.TypeKind == TypeKind.Enum)
        {
            return SymbolEqualityComparer.Default.Equals(constant.Type, target) ? Of(target, constant.Value) : null;
        }

        switch (target.SpecialType)
        {
            case SpecialType.System_String or SpecialType.System_Boolean or SpecialType.System_Char:
                return constant.Type?.SpecialType == target.SpecialType ? Plain(constant.Value!) : null;
            case SpecialType.System_Single when constant.Value is float:
            case SpecialType.System_Double when constant.Value is float or double:
                return Plain(constant.Value!);
            case >= SpecialType.System_SByte and <= SpecialType.System_Double when IsWhole(constant):
                var value = System.Convert.ToDecimal(constant.Value, CultureInfo.InvariantCulture);
                problem = $"its default {constant.Value} is out of the range of '{target.ToDisplayString()}'";
                return !Fits(target.SpecialType, value) ? null
                    : Plain(constant.Value!) + (target.SpecialType == SpecialType.System_Decimal ? "M" : "");
            default:
                return null;
        }
    }

    /// <summary>Whether a whole number is in the range of a type of numbers.</summary>
    public static bool Fits(SpecialType type, decimal value) => type switch
    {
        SpecialType.System_SByte => value is >= sbyte.MinValue and <= sbyte.MaxValue,
        SpecialType.System_Byte => value is >= byte.MinValue and <= byte.MaxValue,
        SpecialType.System_Int16 => value is >= short.MinValue and <= short.MaxValue,
        SpecialType.System_UInt16 => value is >= ushort.MinValue and <= ushort.MaxValue,
        SpecialType.System_Int32 => value is >= int.MinValue and <= int.MaxValue,
        SpecialType.System_UInt32 => value is >= uint.MinValue and <= uint.MaxValue,
        SpecialType.System_Int64 => value is >= long.MinValue and <= long.MaxValue,
        SpecialType.System_UInt64 => value is >= ulong.MinValue and <= ulong.MaxValue,
        _ => true,
    };

    private static bool IsWhole(TypedConstant constant) =>
        constant.Type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;

    private static ITypeSymbol Underlying(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type;

    private static string Of(ITypeSymbol type, object? value)
    {
        if (value is null)
        {
            return type.IsReferenceType
                || (type is not ITypeParameterSymbol && type.NullableAnnotation == NullableAnnotation.Annotated)
                ? "null"
                : "default";
        }

        var actual = Underlying(type);
        return actual.TypeKind == TypeKind.Enum ? $"({actual.Type()})({Plain(value)})" : Plain(value);
    }

    private static string Plain(object value) => value switch
    {
        string text => SymbolDisplay.FormatLiteral(text, quote: true),
        char c => SymbolDisplay.FormatLiteral(c, quote: true),
        bool b => b ? "true" : "false",
        float f when float.IsNaN(f) => "float.NaN",
        float f when float.IsInfinity(f) => f > 0 ? "float.PositiveInfinity" : "float.NegativeInfinity",
        float f => f.ToString("R", CultureInfo.InvariantCulture) + "F",
        double d when double.IsNaN(d) => "double.NaN",
        double d when double.IsInfinity(d) => d > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity",
        double d => d.ToString("R", CultureInfo.InvariantCulture) + "D",
        decimal m => m.ToString(CultureInfo.InvariantCulture) + "M",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => "default",
    };
}
