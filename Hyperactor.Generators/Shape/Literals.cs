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

    private static string Of(ITypeSymbol type, object? value)
    {
        if (value is null)
        {
            return type.IsReferenceType
                || (type is not ITypeParameterSymbol && type.NullableAnnotation == NullableAnnotation.Annotated)
                ? "null"
                : "default";
        }

        var actual = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type;
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
