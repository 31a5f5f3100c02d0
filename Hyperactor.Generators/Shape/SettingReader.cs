using System.Globalization;
using Hyperactor.Configuration;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Shape;

/// <summary>How values of a setting are written.</summary>
internal enum TextForm
{
    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A whole number, with units of bytes.</summary>
    Bytes,

    /// <summary>A number with a point.</summary>
    Float,

    /// <summary>A time span.</summary>
    Duration,

    /// <summary>A name of an enum.</summary>
    Choice,

    /// <summary>Any text.</summary>
    Text,

    /// <summary>Whatever the type itself reads: not checked when the code is compiled.</summary>
    Parsable,
}

/// <summary>Reads the texts of settings as the runtime will, so that a bad one is found before it runs.</summary>
internal static class SettingReader
{
    private const string Formats = "global::Hyperactor.SettingFormat.";

    /// <summary>How values of a type are written; null if there is no way.</summary>
    public static TextForm? Form(ITypeSymbol type, string? unit) => type.SpecialType switch
    {
        SpecialType.System_Boolean => TextForm.Boolean,
        SpecialType.System_String => TextForm.Text,
        >= SpecialType.System_SByte and <= SpecialType.System_UInt64 => unit == "bytes" ? TextForm.Bytes : TextForm.Integer,
        SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal => TextForm.Float,
        _ => type.Is("System", "TimeSpan") ? TextForm.Duration
            : type.TypeKind == TypeKind.Enum ? TextForm.Choice
            : IsParsable(type) ? TextForm.Parsable
            : null,
    };

    /// <summary>The format as source.</summary>
    public static string Format(TextForm form, ITypeSymbol type) => Formats + form switch
    {
        TextForm.Boolean or TextForm.Text or TextForm.Duration => form.ToString(),
        TextForm.Integer or TextForm.Bytes or TextForm.Choice => $"{form}<{type.Type()}>()",
        _ => $"Parsable<{type.Type()}>()",
    };

    /// <summary>What is wrong with the texts of a setting, or null.</summary>
    public static string? Problem(TextForm form, ITypeSymbol type, AttributeData? setting)
    {
        if (setting.Argument<string>("Default") is not { } text)
        {
            return "it has no default; write [Setting(Default = \"…\")]";
        }

        if (form == TextForm.Parsable)
        {
            return null;
        }

        var minimum = setting.Argument<string>("Minimum");
        var maximum = setting.Argument<string>("Maximum");
        foreach (var (what, given) in new[] { ("default", text), ("minimum", minimum), ("maximum", maximum) })
        {
            if (given is not null && Value(form, type, given) is null)
            {
                return $"its {what} \"{given}\" is not {Expected(form, type)}";
            }
        }

        var value = Value(form, type, text)!;
        return minimum is not null && Compare(value, Value(form, type, minimum)!) < 0
                ? $"its default \"{text}\" is less than its minimum \"{minimum}\""
            : maximum is not null && Compare(value, Value(form, type, maximum)!) > 0
                ? $"its default \"{text}\" is more than its maximum \"{maximum}\""
            : null;
    }

    // Texts are compared as the runtime does; only numbers and time spans have an order that matters.
    private static int Compare(IComparable left, IComparable right) =>
        left is string text ? string.Compare(text, (string)right, StringComparison.InvariantCulture) : left.CompareTo(right);

    private static IComparable? Value(TextForm form, ITypeSymbol type, string text)
    {
        switch (form)
        {
            case TextForm.Boolean:
                return SettingText.TryBoolean(text, out var boolean) ? boolean : null;
            case TextForm.Integer:
                return SettingText.TryWhole(text, out var whole) && Literals.Fits(type.SpecialType, whole) ? whole : null;
            case TextForm.Bytes:
                return SettingText.TryBytes(text, out var bytes) && Literals.Fits(type.SpecialType, bytes) ? bytes : null;
            case TextForm.Float:
                const NumberStyles Styles = NumberStyles.Float | NumberStyles.AllowThousands;
                return double.TryParse(text.Trim(), Styles, CultureInfo.InvariantCulture, out var number) ? number : null;
            case TextForm.Duration:
                return SettingText.TryDuration(text, out var duration) ? duration : null;
            case TextForm.Choice:
                var fields = type.GetMembers().OfType<IFieldSymbol>().Where(static f => f.HasConstantValue).ToList();
                var field = fields.Find(f => f.Name.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase));
                return field is null ? null : Convert.ToDecimal(field.ConstantValue, CultureInfo.InvariantCulture);
            default:
                return text;
        }
    }

    private static string Expected(TextForm form, ITypeSymbol type) => form switch
    {
        TextForm.Boolean => "true or false",
        TextForm.Integer => $"a whole number within the range of '{type.ToDisplayString()}'",
        TextForm.Bytes => $"a number of bytes within the range of '{type.ToDisplayString()}', such as 64KiB",
        TextForm.Float => "a number",
        TextForm.Duration => "a time span, such as 500ms, 30s, 5m, 1h or 00:00:30",
        _ => $"a name of '{type.Name}'",
    };

    private static bool IsParsable(ITypeSymbol type) => type.AllInterfaces.Any(i =>
        i.OriginalDefinition.Is("System", "ISpanParsable")
        && SymbolEqualityComparer.Default.Equals(i.TypeArguments[0], type));
}
