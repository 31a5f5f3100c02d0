using System.Diagnostics.CodeAnalysis;

namespace Hyperactor;

/// <summary>How a <see cref="Serialized"/> value is written. The numbers are on the wire.</summary>
public enum SerializedEncoding : byte
{
    /// <summary>As messages travel: compact, and readable only for who knows the type.</summary>
    MemoryPack = 0,

    /// <summary>As UTF-8 JSON without blanks.</summary>
    Json = 1,
}

/// <summary>The names of encodings in settings and on screens.</summary>
public static class SerializedEncodings
{
    private const string MemoryPack = "memorypack";
    private const string Json = "json";

    /// <summary>The name: <c>memorypack</c> or <c>json</c>.</summary>
    public static string ToText(this SerializedEncoding encoding) => encoding switch
    {
        SerializedEncoding.MemoryPack => MemoryPack,
        SerializedEncoding.Json => Json,
        _ => throw new ArgumentOutOfRangeException(nameof(encoding), encoding, "There is no such encoding."),
    };

    /// <summary>Reads a name, whatever the case of its letters.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out SerializedEncoding encoding)
    {
        var isJson = string.Equals(text, Json, StringComparison.OrdinalIgnoreCase);
        encoding = isJson ? SerializedEncoding.Json : SerializedEncoding.MemoryPack;
        return isJson || string.Equals(text, MemoryPack, StringComparison.OrdinalIgnoreCase);
    }
}
