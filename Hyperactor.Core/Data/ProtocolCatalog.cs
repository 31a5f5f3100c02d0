namespace Hyperactor.Data;

/// <summary>
/// The protocols and aliases that this process knows, and what they promise. Filled by generated code before it is first
/// used; entries are never taken out.
/// </summary>
public static class ProtocolCatalog
{
    /// <summary>Adds a protocol. Adding the same one again changes nothing.</summary>
    /// <typeparam name="TProtocol">The protocol or alias.</typeparam>
    /// <param name="messages">The numbers of the messages that it promises to take, its bases' included.</param>
    public static void Register<TProtocol>(params ReadOnlySpan<ulong> messages) =>
        ProtocolType<TProtocol>.Set(messages.ToArray());
}

/// <summary>What a protocol promises: one field, so that binding needs no look-up.</summary>
/// <typeparam name="TProtocol">The protocol or alias.</typeparam>
internal static class ProtocolType<TProtocol>
{
    private static ulong[]? _messages;

    /// <summary>The numbers of its messages; null if it is not registered.</summary>
    internal static ulong[]? Messages => Volatile.Read(ref _messages);

    internal static void Set(ulong[] messages) => Interlocked.CompareExchange(ref _messages, messages, null);
}
