using System.Text;
using System.Text.Json;

namespace Hyperactor.Configuration;

/// <summary>
/// Files of settings: JSON with comments. Objects may nest, names may hold dots, and both may be mixed:
/// <c>{ "hyperactor": { "actors.call_deadline": "30s" } }</c>.
/// </summary>
internal static class ConfigFile
{
    /// <summary>Reads what a file says, in its order.</summary>
    /// <param name="path">The file.</param>
    /// <param name="namedBy">Who named it, for the message if it cannot be read.</param>
    /// <exception cref="ConfigurationException">It cannot be read or is not JSON of settings.</exception>
    internal static List<ConfigEntry> Read(string path, string namedBy)
    {
        try
        {
            return Read(File.ReadAllBytes(path), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new ConfigurationException(
                null, path, $"The configuration file \"{path}\", named by {namedBy}, cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Reads what bytes say.</summary>
    /// <inheritdoc cref="Read(string, string)" path="/exception"/>
    internal static List<ConfigEntry> Read(byte[] bytes, string path)
    {
        var json = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(3) : bytes;
        var entries = new List<ConfigEntry>();
        try
        {
            var reader = new Utf8JsonReader(
                json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                throw new ConfigurationException(null, path, $"{path}: a configuration file holds one object: {{ … }}.");
            }

            ReadObject(ref reader, json, path, "", entries);
            reader.Read();
            return entries;
        }
        catch (JsonException e)
        {
            throw new ConfigurationException(null, path, $"{path}, line {e.LineNumber + 1}: not JSON: {Words(e)}", e);
        }
    }

    private static void ReadObject(
        ref Utf8JsonReader reader, ReadOnlySpan<byte> json, string path, string prefix, List<ConfigEntry> entries)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = prefix + reader.GetString();
            var source = $"{path}, line {json[..(int)reader.TokenStartIndex].Count((byte)'\n') + 1}";
            reader.Read();
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    ReadObject(ref reader, json, path, name + ".", entries);
                    break;
                case JsonTokenType.String:
                    entries.Add(new(name, reader.GetString()!, source));
                    break;
                case JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False:
                    entries.Add(new(name, Encoding.UTF8.GetString(reader.ValueSpan), source));
                    break;
                default:
                    throw new ConfigurationException(
                        name, source, $"{source}: {name} is {Describe(reader.TokenType)}; write a text, a number, true or false.");
            }
        }
    }

    // The message ends with the line, counted from zero.
    private static string Words(JsonException e) =>
        e.Message.IndexOf(" LineNumber: ", StringComparison.Ordinal) is var end and > 0 ? e.Message[..end] : e.Message;

    private static string Describe(JsonTokenType type) => type == JsonTokenType.Null ? "null" : "a list";
}
