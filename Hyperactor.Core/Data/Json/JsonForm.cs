using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Hyperactor.Failures;

namespace Hyperactor.Data;

/// <summary>
/// The JSON form of values, with the codecs that are registered for their types. Codecs write and read through this, so
/// that depth is limited, and so that a mistake names its place.
/// </summary>
public static class JsonForm
{
    /// <summary>How deep JSON may nest. A value of bytes, which nest less deep, always has a form that can be read.</summary>
    public const int DepthMax = 2 * MessageReader.DepthMax;

    /// <summary>The last value may open a pair and an object of its own.</summary>
    internal const int ParsedDepthMax = DepthMax + 8;

    private const int ShownMax = 32;

    /// <summary>Writes a value.</summary>
    /// <exception cref="MessageFormatException">Values nest deeper than <see cref="DepthMax"/>, or in a circle.</exception>
    public static void Write<T>(Utf8JsonWriter writer, T value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (writer.CurrentDepth > DepthMax)
        {
            throw new MessageFormatException($"Values nest deeper than {DepthMax}.");
        }

        MessageType<T>.Codec.WriteJson(writer, value);
    }

    /// <summary>Writes a member of an object.</summary>
    public static void WriteMember<T>(Utf8JsonWriter writer, string member, T value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(member);
        Write(writer, value);
    }

    /// <summary>Writes the port of a <c>[Reply]</c> member; null if it names nothing.</summary>
    public static void WriteReply<T>(Utf8JsonWriter writer, string member, OncePortRef<T> reply)
    {
        if (reply.Id != default)
        {
            WriteMember(writer, member, reply);
            return;
        }

        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteNull(member);
    }

    /// <summary>Reads a value.</summary>
    /// <exception cref="MessageFormatException">
    /// The JSON is not such a value, or what it says was refused by the type's own constructor.
    /// </exception>
    public static T Read<T>(JsonElement element) => Read(MessageType<T>.Codec, element);

    /// <summary>Reads a value with a codec; whatever it stumbles over is one kind of exception.</summary>
    internal static T Read<T>(MessageCodec<T> codec, JsonElement element)
    {
        // Documents of ours are limited when they are parsed; this one may come from anywhere.
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw MessageFormatException.InJson("Values nest too deep.");
        }

        try
        {
            return codec.ReadJson(element);
        }
        catch (Exception e) when (e is not MessageFormatException and not UnknownMessageTypeException)
        {
            throw MessageFormatException.InJson($"not a {codec.TypeUri}: {FailureText.MessageOf(e)}", e);
        }
    }

    /// <summary>Reads a value at a place in an object or array, which is noted if it is wrong.</summary>
    internal static T ReadAt<T>(JsonElement element, int index)
    {
        try
        {
            return Read<T>(element);
        }
        catch (MessageFormatException e) when (e.IsStoppedIn($"[{index}]"))
        {
            throw;
        }
    }

    /// <inheritdoc cref="ReadAt{T}(JsonElement, int)"/>
    internal static T ReadAt<T>(JsonElement element, string member)
    {
        try
        {
            return Read<T>(element);
        }
        catch (MessageFormatException e) when (e.IsStoppedIn(Place(member)))
        {
            throw;
        }
    }

    /// <summary>A member as a step of a path.</summary>
    internal static string Place(string member) =>
        member.Length is > 0 and <= ShownMax && member.All(static c => char.IsLetterOrDigit(c) || c == '_')
            ? "." + member
            : $"['{Shorten(member)}']";

    /// <summary>Parses one JSON value with nothing behind it.</summary>
    /// <exception cref="MessageFormatException">The bytes are no JSON, or nest too deep.</exception>
    internal static JsonElement Parse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonElement.Parse(utf8, new JsonDocumentOptions { MaxDepth = ParsedDepthMax });
        }
        catch (JsonException e)
        {
            throw MessageFormatException.InJson($"no JSON: {e.Message}", e);
        }
    }

    /// <summary>Writes a text, or null. What is no Unicode in it is replaced: whatever came can be shown.</summary>
    internal static void WriteText(Utf8JsonWriter writer, string? text)
    {
        if (text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            writer.WriteStringValue(Encoding.UTF8.GetBytes(text!));
        }
        else
        {
            writer.WriteStringValue(text);
        }
    }

    /// <summary>Reads a text, or null.</summary>
    internal static string? ReadText(JsonElement element) =>
        element.ValueKind == JsonValueKind.Null ? null : ReadRequiredText(element);

    /// <summary>Reads a text that may not be null.</summary>
    internal static string ReadRequiredText(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            throw Expected("a text", element);
        }

        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw MessageFormatException.InJson("the text is no Unicode", e);
        }
    }

    /// <summary>Reads what a type's own parser reads.</summary>
    internal static T ReadParsed<T>(JsonElement element, string wanted)
        where T : ISpanParsable<T>
    {
        var text = ReadRequiredText(element);
        return T.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var value)
            ? value
            : throw MessageFormatException.InJson($"\"{Shorten(text)}\" is no {wanted}");
    }

    /// <summary>Reads bytes in base64.</summary>
    internal static byte[] ReadBase64(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            throw Expected("bytes in base64", element);
        }

        try
        {
            return element.TryGetBytesFromBase64(out var bytes)
                ? bytes
                : throw MessageFormatException.InJson("the text is not base64");
        }
        catch (InvalidOperationException e)
        {
            throw MessageFormatException.InJson("the text is no Unicode", e);
        }
    }

    /// <summary>Writes a value whose members are not known, as the base64 of its bytes.</summary>
    internal static void WriteBytesOf<T>(Utf8JsonWriter writer, MessageCodec<T> codec, T value) =>
        writer.WriteBase64StringValue(Payload.Write(codec, value, null));

    /// <summary>Reads what <see cref="WriteBytesOf"/> wrote.</summary>
    internal static T ReadBytesOf<T>(JsonElement element, MessageCodec<T> codec) =>
        Payload.Read(codec, ReadBase64(element), []);

    /// <summary>Says that another kind of value was expected.</summary>
    internal static MessageFormatException Expected(string wanted, JsonElement found) =>
        MessageFormatException.InJson($"expected {wanted} and found {Describe(found)}");

    /// <summary>The value as it stands in the JSON, cut short.</summary>
    internal static string Shown(JsonElement element) =>
        Shorten(Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(element)[..Math.Min(4 * ShownMax, RawLength(element))]));

    private static int RawLength(JsonElement element) => JsonMarshal.GetRawUtf8Value(element).Length;

    private static string Shorten(string text)
    {
        if (text.Length <= ShownMax)
        {
            return text;
        }

        return text[..(char.IsHighSurrogate(text[ShownMax - 1]) ? ShownMax - 1 : ShownMax)] + "…";
    }

    private static string Describe(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => $"the number {Shown(element)}",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Null => "null",
        _ => "nothing",
    };
}
