using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Hyperactor.Data;

/// <summary>
/// JSON on one line, for logs: the members of objects stay, in ordinal order; long texts and arrays become a text of
/// their first eight bytes, their length in bytes and a <see cref="HexPreview"/>. Whatever the value is, the line is
/// short and is JSON itself.
/// </summary>
/// <param name="value">Any value, until its document is disposed.</param>
public readonly struct JsonPreview(JsonElement value)
{
    private const int TextMax = 8;
    private const int NumberMax = 48;
    private const int NameMax = 64;
    private const int MembersMax = 64;
    private const int DepthMax = 8;
    private const int LengthMax = 4096;

    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = DepthMax + 1,
    };

    /// <summary>Makes the line. Never throws; empty if there is no value, or its document is disposed.</summary>
    public override string ToString()
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        try
        {
            if (value.ValueKind == JsonValueKind.Undefined)
            {
                return "";
            }

            using var writer = new Utf8JsonWriter(buffer, Options);
            Write(writer, value, 0);
        }
        catch (ObjectDisposedException)
        {
            return "";
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, JsonElement element, int depth)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object when depth < DepthMax:
                WriteMembers(writer, element, depth);
                break;
            case JsonValueKind.Object or JsonValueKind.Array:
                WriteCompact(writer, element);
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(Cut(Text(element), TextMax));
                break;
            case JsonValueKind.Number:
                WriteNumber(writer, JsonMarshal.GetRawUtf8Value(element));
                break;
            default:
                writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(element), skipInputValidation: true);
                break;
        }
    }

    private static void WriteMembers(Utf8JsonWriter writer, JsonElement element, int depth)
    {
        writer.WriteStartObject();
        var written = 0;
        var shown = element.EnumerateObject().Take(MembersMax).Select(static m => (Name: Name(m), m.Value));
        foreach (var (name, member) in shown.OrderBy(static m => m.Name, StringComparer.Ordinal))
        {
            if (writer.BytesCommitted + writer.BytesPending > LengthMax)
            {
                break;
            }

            writer.WritePropertyName(Cut(Encoding.UTF8.GetBytes(name), NameMax));
            Write(writer, member, depth + 1);
            written++;
        }

        if (element.GetPropertyCount() is var count && count > written)
        {
            writer.WriteString("...", string.Create(CultureInfo.InvariantCulture, $"{count - written} more"));
        }

        writer.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter writer, ReadOnlySpan<byte> digits)
    {
        if (digits.Length <= NumberMax)
        {
            writer.WriteRawValue(digits, skipInputValidation: true);
        }
        else
        {
            writer.WriteStringValue(Cut(digits.ToArray(), TextMax));
        }
    }

    private static void WriteCompact(Utf8JsonWriter writer, JsonElement element)
    {
        var text = Compact(element);
        if (text.Length <= TextMax && element.ValueKind == JsonValueKind.Array)
        {
            writer.WriteRawValue(text, skipInputValidation: true);
        }
        else
        {
            writer.WriteStringValue(Cut(text, TextMax));
        }
    }

    /// <summary>The value without blanks; as it stands, if a text in it is no Unicode or it nests too deep.</summary>
    private static byte[] Compact(JsonElement element)
    {
        var buffer = new ArrayBufferWriter<byte>();
        try
        {
            using var writer = new Utf8JsonWriter(buffer, new() { Encoder = Options.Encoder });
            element.WriteTo(writer);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException and not ObjectDisposedException)
        {
            return JsonMarshal.GetRawUtf8Value(element).ToArray();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static byte[] Text(JsonElement element)
    {
        try
        {
            return Encoding.UTF8.GetBytes(element.GetString()!);
        }
        catch (InvalidOperationException e) when (e is not ObjectDisposedException)
        {
            // No Unicode: as it stands, without its quotes.
            return JsonMarshal.GetRawUtf8Value(element)[1..^1].ToArray();
        }
    }

    private static string Name(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException e) when (e is not ObjectDisposedException)
        {
            return Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8PropertyName(member));
        }
    }

    /// <summary>The text, or its first bytes up to the end of a character.</summary>
    private static string Cut(byte[] text, int max)
    {
        if (text.Length <= max)
        {
            return Encoding.UTF8.GetString(text);
        }

        var end = TextMax;
        while (end > 0 && (text[end] & 0b1100_0000) == 0b1000_0000)
        {
            end--;
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Encoding.UTF8.GetString(text, 0, end)}[...{text.Length} chars] {new HexPreview(text)}");
    }
}
