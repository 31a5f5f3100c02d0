using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Hyperactor.Data;

/// <summary>The JSON form of enums: the name of the value, or its number if it has none.</summary>
internal static class EnumJson
{
    internal static void Write<T>(Utf8JsonWriter writer, T value)
        where T : struct, Enum
    {
        if (Enum.GetName(value) is { } name)
        {
            writer.WriteStringValue(name);
        }
        else
        {
            writer.WriteRawValue(value.ToString("D"), skipInputValidation: true);
        }
    }

    internal static T Read<T>(JsonElement element)
        where T : struct, Enum
    {
        // A name is one that the type declares; digits and lists of names, which the parser takes too, are none.
        var text = element.ValueKind == JsonValueKind.Number
            ? Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(element))
            : JsonForm.ReadRequiredText(element);
        return Enum.TryParse<T>(text, out var value)
            && (element.ValueKind == JsonValueKind.Number || Enum.GetNames<T>().Contains(text))
            ? value
            : throw MessageFormatException.InJson($"{JsonForm.Shown(element)} is no {typeof(T).Name}");
    }
}
