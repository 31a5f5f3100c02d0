using System.Text.Json;

namespace Hyperactor.Data;

/// <summary>
/// The JSON form of collections: arrays, and dictionaries as objects if their keys are texts, else as arrays of pairs.
/// </summary>
internal static class CollectionJson
{
    /// <summary>Writes an array, or null.</summary>
    internal static void WriteItems<T>(Utf8JsonWriter writer, IEnumerable<T>? items)
    {
        if (items is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartArray();
        foreach (var item in items)
        {
            JsonForm.Write(writer, item);
        }

        writer.WriteEndArray();
    }

    /// <summary>Reads an array, or null.</summary>
    internal static List<T>? ReadItems<T>(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        RequireArray(element);
        var items = new List<T>(element.GetArrayLength());
        foreach (var item in element.EnumerateArray())
        {
            items.Add(JsonForm.ReadAt<T>(item, items.Count));
        }

        return items;
    }

    /// <summary>Writes a dictionary, or null, its entries in the order in which it lists them.</summary>
    internal static void WritePairs<TKey, TValue>(
        Utf8JsonWriter writer, IEnumerable<KeyValuePair<TKey, TValue>>? pairs)
    {
        if (pairs is null)
        {
            writer.WriteNullValue();
            return;
        }

        var keysAreTexts = typeof(TKey) == typeof(string);
        Start(writer, keysAreTexts);
        foreach (var (key, value) in pairs)
        {
            if (keysAreTexts)
            {
                WriteName(writer, (string)(object)key!);
                JsonForm.Write(writer, value);
                continue;
            }

            writer.WriteStartArray();
            JsonForm.Write(writer, key);
            JsonForm.Write(writer, value);
            writer.WriteEndArray();
        }

        End(writer, keysAreTexts);
    }

    /// <summary>Reads a dictionary, or null.</summary>
    internal static Dictionary<TKey, TValue>? ReadPairs<TKey, TValue>(JsonElement element)
        where TKey : notnull
    {
        if (element.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        var items = new Dictionary<TKey, TValue>();
        if (typeof(TKey) == typeof(string))
        {
            ReadMembers((Dictionary<string, TValue>)(object)items, element);
            return items;
        }

        RequireArray(element);
        foreach (var pair in element.EnumerateArray())
        {
            var place = items.Count;
            try
            {
                RequireTuple(pair, 2);
                var key = JsonForm.ReadAt<TKey>(pair[0], 0) ?? throw MessageFormatException.InJson("a key is null");
                if (!items.TryAdd(key, JsonForm.ReadAt<TValue>(pair[1], 1)))
                {
                    throw MessageFormatException.InJson("a dictionary has one key twice");
                }
            }
            catch (MessageFormatException e) when (e.IsStoppedIn($"[{place}]"))
            {
                throw;
            }
        }

        return items;
    }

    /// <summary>Requires an array of so many items.</summary>
    internal static void RequireTuple(JsonElement element, int length)
    {
        if (element.ValueKind != JsonValueKind.Array || element.GetArrayLength() != length)
        {
            throw JsonForm.Expected($"an array of {length}", element);
        }
    }

    private static void RequireArray(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            throw JsonForm.Expected("an array", element);
        }
    }

    private static void ReadMembers<TValue>(Dictionary<string, TValue> items, JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw JsonForm.Expected("an object", element);
        }

        foreach (var member in element.EnumerateObject())
        {
            string name;
            try
            {
                name = member.Name;
            }
            catch (InvalidOperationException e)
            {
                throw MessageFormatException.InJson("a key is no Unicode", e);
            }

            if (!items.TryAdd(name, JsonForm.ReadAt<TValue>(member.Value, name)))
            {
                throw MessageFormatException.InJson("a dictionary has one key twice");
            }
        }
    }

    private static void Start(Utf8JsonWriter writer, bool isObject)
    {
        if (isObject)
        {
            writer.WriteStartObject();
        }
        else
        {
            writer.WriteStartArray();
        }
    }

    private static void End(Utf8JsonWriter writer, bool isObject)
    {
        if (isObject)
        {
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteEndArray();
        }
    }

    private static void WriteName(Utf8JsonWriter writer, string name)
    {
        if (name.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            writer.WritePropertyName(System.Text.Encoding.UTF8.GetBytes(name));
        }
        else
        {
            writer.WritePropertyName(name);
        }
    }
}
