namespace Hyperactor.Data;

/// <summary>A registered reducer, for relays that know only its URI.</summary>
internal abstract class Reducer(string uri)
{
    /// <summary>The URI that it travels under.</summary>
    internal string Uri { get; } = uri;

    /// <summary>The type that implements <see cref="IReducer{T}"/>.</summary>
    internal abstract Type ReducerType { get; }

    /// <summary>The number of the type of value that it combines.</summary>
    internal abstract ulong ValueTypeHash { get; }

    /// <summary>Reads a value. It stays boxed until <see cref="Write"/>.</summary>
    internal abstract object? Read(in Body body);

    /// <summary>Combines two values that <see cref="Read"/> or this method returned.</summary>
    internal abstract object? Combine(object? earlier, object? later);

    /// <summary>Writes a value.</summary>
    internal abstract Body Write(object? value);
}

/// <inheritdoc/>
internal sealed class Reducer<T, TReducer>(string uri) : Reducer(uri)
    where TReducer : IReducer<T>
{
    /// <inheritdoc/>
    internal override Type ReducerType => typeof(TReducer);

    /// <inheritdoc/>
    internal override ulong ValueTypeHash => MessageType<T>.Codec.TypeHash;

    /// <inheritdoc/>
    internal override object? Read(in Body body) => Payload.Read<T>(body, []);

    /// <inheritdoc/>
    internal override object? Combine(object? earlier, object? later) => TReducer.Combine((T)earlier!, (T)later!);

    /// <inheritdoc/>
    internal override Body Write(object? value) => Payload.WriteBody((T)value!, null);
}
