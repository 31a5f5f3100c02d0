using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Hyperactor.Data;

/// <summary>
/// The keys that are declared in this process, by name. Filled by generated code before they are first used; none is ever
/// taken out. A name that is not here travels all the same.
/// </summary>
public static class AttrCatalog
{
    private static readonly ConcurrentDictionary<string, Declared> Keys = new(StringComparer.Ordinal);

    /// <summary>All declared keys, in the order of their names.</summary>
    public static IReadOnlyList<AttrKey> All =>
        [.. Keys.Values.Select(d => d.Key).OrderBy(k => k.Name, StringComparer.Ordinal)];

    /// <summary>Declares a key. Declaring the same one again changes nothing.</summary>
    /// <param name="key">The key.</param>
    /// <param name="declaration">Where it is declared, for people, such as <c>Shop.ShopAttrs.RetryCount</c>.</param>
    /// <exception cref="AttrException">Another key has the same name; the message names both.</exception>
    public static void Register(AttrKey key, string? declaration = null)
    {
        ArgumentNullException.ThrowIfNull(key);
        var declared = new Declared(key, declaration ?? "a key that was defined by hand");
        var kept = Keys.GetOrAdd(key.Name, declared);
        if (!ReferenceEquals(kept.Key, key))
        {
            throw new AttrException(
                $"{key.Name} is declared twice: as {TypeNames.Of(kept.Key.ValueType)} by {kept.Declaration}, and as "
                + $"{TypeNames.Of(key.ValueType)} by {declared.Declaration}. Rename one of them.");
        }
    }

    /// <summary>Finds the key with this name.</summary>
    public static bool TryFind(string name, [NotNullWhen(true)] out AttrKey? key)
    {
        key = Keys.GetValueOrDefault(name)?.Key;
        return key is not null;
    }

    /// <summary>Finds the key with this name, which is ASCII.</summary>
    internal static AttrKey? Find(ReadOnlySpan<byte> name)
    {
        Span<char> chars = stackalloc char[AttrName.LengthMax];
        var length = Encoding.ASCII.GetChars(name, chars);
        return Keys.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(chars[..length], out var declared)
            ? declared.Key
            : null;
    }

    private sealed record Declared(AttrKey Key, string Declaration);
}
