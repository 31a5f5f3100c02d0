using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Hyperactor.Data;

/// <summary>
/// The types and reducers that this process knows, by number, by URI and by type. Filled by generated code before it is
/// first used; entries are never taken out.
/// </summary>
public static class TypeCatalog
{
    private static readonly ConcurrentDictionary<ulong, MessageCodec> Codecs =
        new(BuiltInCodecs.All.Select(static c => KeyValuePair.Create(c.TypeHash, c)));

    private static readonly ConcurrentDictionary<Type, MessageCodec> CodecsByType =
        new(BuiltInCodecs.All.Select(static c => KeyValuePair.Create(c.ValueType, c)));

    private static readonly ConcurrentDictionary<string, Reducer> Reducers = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<Type, Reducer> ReducersByType = new();

    /// <summary>All codecs, in ordinal order of their URIs: a copy, for tools.</summary>
    public static IReadOnlyList<MessageCodec> All =>
        [.. Codecs.Values.OrderBy(static c => c.TypeUri, StringComparer.Ordinal)];

    /// <summary>Adds the codec of a type. Adding the same type again changes nothing.</summary>
    /// <exception cref="TypeCollisionException">
    /// Another type has the same URI or the same number, or the type has another URI already.
    /// </exception>
    public static void Register<T>(MessageCodec<T> codec)
    {
        ArgumentNullException.ThrowIfNull(codec);
        var kept = Codecs.GetOrAdd(codec.TypeHash, codec);
        if (kept.ValueType != typeof(T) || kept.TypeUri != codec.TypeUri)
        {
            throw new TypeCollisionException(kept.ToString(), codec.ToString(), kept.ValueType, typeof(T));
        }

        var known = CodecsByType.GetOrAdd(typeof(T), kept);
        if (known.TypeHash != kept.TypeHash)
        {
            throw new TypeCollisionException(known.ToString(), codec.ToString(), typeof(T), typeof(T));
        }

        MessageType<T>.Set((MessageCodec<T>)kept);
    }

    /// <summary>Adds a reducer. Adding the same one again changes nothing.</summary>
    /// <exception cref="TypeCollisionException">Another reducer has the same URI.</exception>
    public static void Register<T, TReducer>(string uri)
        where TReducer : IReducer<T>
    {
        var kept = Reducers.GetOrAdd(uri, static uri => new Reducer<T, TReducer>(uri));
        if (kept.ReducerType != typeof(TReducer))
        {
            throw new TypeCollisionException(uri, uri, kept.ReducerType, typeof(TReducer));
        }

        ReducersByType[typeof(TReducer)] = kept;
    }

    /// <summary>Finds the codec of the type with this number.</summary>
    public static bool TryFind(ulong typeHash, [NotNullWhen(true)] out MessageCodec? codec) =>
        Codecs.TryGetValue(typeHash, out codec);

    /// <summary>Finds the codec of the type with this URI.</summary>
    public static bool TryFind(string typeUri, [NotNullWhen(true)] out MessageCodec? codec)
    {
        ArgumentNullException.ThrowIfNull(typeUri);
        if (Codecs.TryGetValue(TypeHash.Of(typeUri), out codec) && codec.TypeUri == typeUri)
        {
            return true;
        }

        codec = null;
        return false;
    }

    /// <summary>Finds the codec of a type.</summary>
    public static bool TryFind(Type type, [NotNullWhen(true)] out MessageCodec? codec)
    {
        ArgumentNullException.ThrowIfNull(type);
        return CodecsByType.TryGetValue(type, out codec);
    }

    /// <summary>Finds the reducer with this URI.</summary>
    internal static bool TryFindReducer(string uri, [NotNullWhen(true)] out Reducer? reducer) =>
        Reducers.TryGetValue(uri, out reducer);

    /// <summary>Finds the reducer that this type implements; null if it is not registered.</summary>
    internal static Reducer? FindReducer(Type reducerType) => ReducersByType.GetValueOrDefault(reducerType);
}
