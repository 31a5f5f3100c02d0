using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Hyperactor.Data;

/// <summary>
/// Numbers. In JSON they have all their digits, however many: JSON sets no limit. What is not finite is a text, as
/// JSON has no word for it.
/// </summary>
internal sealed class NumberCodec<T>(string typeUri) : UnmanagedCodec<T>(typeUri)
    where T : unmanaged, INumberBase<T>
{
    private const int LengthMax = 64;

    public override void WriteJson(Utf8JsonWriter writer, T value)
    {
        if (!T.IsFinite(value))
        {
            writer.WriteStringValue(value.ToString(null, CultureInfo.InvariantCulture));
            return;
        }

        // The shortest text that reads back as the same value; decimals keep their zeros.
        Span<byte> text = stackalloc byte[LengthMax];
        text[0] = (byte)'-';
        if (value.TryFormat(text[1..], out var length, default, CultureInfo.InvariantCulture))
        {
            // A decimal's zero may be negative, and its own text does not say so.
            var isBare = T.IsZero(value) && T.IsNegative(value) && text[1] != text[0];
            writer.WriteRawValue(isBare ? text[..(length + 1)] : text.Slice(1, length), skipInputValidation: true);
        }
        else
        {
            writer.WriteRawValue(value.ToString(null, CultureInfo.InvariantCulture), skipInputValidation: true);
        }
    }

    public override T ReadJson(JsonElement element)
    {
        T value;
        if (element.ValueKind == JsonValueKind.String)
        {
            var text = JsonForm.ReadRequiredText(element);
            return text is "NaN" or "Infinity" or "-Infinity"
                && T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
                ? value
                : throw JsonForm.Expected($"a number ({TypeUri})", element);
        }

        if (element.ValueKind != JsonValueKind.Number)
        {
            throw JsonForm.Expected($"a number ({TypeUri})", element);
        }

        return T.TryParse(
                JsonMarshal.GetRawUtf8Value(element), NumberStyles.Float, CultureInfo.InvariantCulture, out value)
            && T.IsFinite(value)
            ? value
            : throw MessageFormatException.InJson($"{JsonForm.Shown(element)} is no {TypeUri}");
    }
}
