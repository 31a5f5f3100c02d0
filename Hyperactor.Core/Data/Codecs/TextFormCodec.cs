using System.Globalization;
using System.Text.Json;

namespace Hyperactor.Data;

/// <summary>Values of fixed size that have a text of their own, which is their JSON form: guids and times.</summary>
internal sealed class TextFormCodec<T>(string typeUri, string format) : UnmanagedCodec<T>(typeUri)
    where T : unmanaged, ISpanFormattable, ISpanParsable<T>
{
    public override void WriteJson(Utf8JsonWriter writer, T value) =>
        writer.WriteStringValue(value.ToString(format, CultureInfo.InvariantCulture));

    public override T ReadJson(JsonElement element) => JsonForm.ReadParsed<T>(element, TypeUri);
}

/// <summary>Dates and times; in JSON their ISO 8601 text, which keeps the kind.</summary>
internal sealed class DateTimeCodec() : UnmanagedCodec<DateTime>("DateTime")
{
    public override void WriteJson(Utf8JsonWriter writer, DateTime value) =>
        writer.WriteStringValue(value.ToString("O", CultureInfo.InvariantCulture));

    public override DateTime ReadJson(JsonElement element) =>
        DateTime.TryParse(
            JsonForm.ReadRequiredText(element), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var value)
            ? value
            : throw MessageFormatException.InJson($"{JsonForm.Shown(element)} is no {TypeUri}");
}

/// <summary>Dates and times with their distance from UTC; in JSON their ISO 8601 text.</summary>
internal sealed class DateTimeOffsetCodec() : UnmanagedCodec<DateTimeOffset>("DateTimeOffset")
{
    public override bool IsZero(in DateTimeOffset value) => ValueBits.IsZero(in value);

    public override void WriteJson(Utf8JsonWriter writer, DateTimeOffset value) =>
        writer.WriteStringValue(value.ToString("O", CultureInfo.InvariantCulture));

    public override DateTimeOffset ReadJson(JsonElement element) =>
        DateTimeOffset.TryParse(
            JsonForm.ReadRequiredText(element), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var value)
            ? value
            : throw MessageFormatException.InJson($"{JsonForm.Shown(element)} is no {TypeUri}");
}
