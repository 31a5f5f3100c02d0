namespace Hyperactor.Data;

/// <summary>The codec of a type: one field, so that typed code reaches it without a look-up.</summary>
/// <typeparam name="T">The type.</typeparam>
public static class MessageType<T>
{
    private static MessageCodec<T>? _codec = BuiltInCodecs.Find<T>();

    /// <summary>The codec that is registered for <typeparamref name="T"/>.</summary>
    /// <exception cref="UnknownMessageTypeException">None is: the message tells what to do.</exception>
    public static MessageCodec<T> Codec => _codec ?? throw UnknownMessageTypeException.For(typeof(T));

    /// <summary>Whether a codec is registered.</summary>
    public static bool IsKnown => _codec is not null;

    internal static void Set(MessageCodec<T> codec) => Interlocked.CompareExchange(ref _codec, codec, null);
}
