using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace Hyperactor.Data;

/// <summary>Attributes for logs and debuggers: bounded, and never an exception.</summary>
internal static class AttrText
{
    private const int EntriesMax = 32;
    private const int ValueMax = 64;

    /// <summary>All attributes.</summary>
    internal static string Of(AttrTable table)
    {
        var text = new StringBuilder("Attrs {");
        var entries = table.Entries;
        for (var i = 0; i < Math.Min(entries.Length, EntriesMax); i++)
        {
            text.Append(i == 0 ? "" : ", ").Append('"').Append(entries[i].Name).Append("\": ").Append(Of(entries[i]));
        }

        return text.Append(entries.Length > EntriesMax ? $", … {entries.Length - EntriesMax} more}}" : "}").ToString();
    }

    /// <summary>A value in the manner of JSON.</summary>
    internal static string Of<T>(T value)
    {
        try
        {
            return value switch
            {
                null => "null",
                bool b => b ? "true" : "false",
                string s => Quote(s),
                // It could hold itself a thousand times over.
                Attrs attrs => $"Attrs of {attrs.Count}",
                Enum or char or Guid or DateTime or DateTimeOffset or TimeSpan => Quote(Invariant(value)),
                IFormattable number => Cut(Invariant(number)),
                _ when MessageType<T>.IsKnown => Cut(Encoding.UTF8.GetString(Payload.ToJson(MessageType<T>.Codec, value))),
                _ => Quote(value.ToString() ?? ""),
            };
        }
        catch (Exception e)
        {
            // A value of the user's that cannot be printed is no reason to fail whoever logs.
            return $"<{e.GetType().Name}>";
        }
    }

    private static string Of(AttrEntry entry)
    {
        if (entry.Key is null)
        {
            return $"<{entry.Bytes.Length} bytes>";
        }

        try
        {
            return entry.Key.Describe(entry);
        }
        catch (Exception e) when (e is MessageFormatException or UnknownMessageTypeException)
        {
            return $"<{entry.Bytes.Length} bytes, no {entry.Key.ValueType.Name}>";
        }
    }

    private static string Invariant(object value) =>
        value is IFormattable formattable ? formattable.ToString(null, CultureInfo.InvariantCulture) : value.ToString() ?? "";

    private static string Quote(string text) =>
        $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(Cut(text))}\"";

    private static string Cut(string text) => text.Length <= ValueMax
        ? text
        : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[ValueMax - 1]) ? ValueMax - 1 : ValueMax), "…");
}
