namespace Hyperactor;

/// <summary>The address of a port that takes one message; may travel in messages.</summary>
/// <typeparam name="TMessage">What the port takes.</typeparam>
/// <param name="Id">The port.</param>
/// <param name="Reducer">
/// The URI of the reducer that combines the replies of many into the one message, or null if one actor replies.
/// </param>
/// <remarks>
/// Two references to one port are equal, whether or not they carry a reducer: a reference is the address of a port, and the
/// reducer only says what relays may do with messages on their way there.
/// </remarks>
public readonly record struct OncePortRef<TMessage>(PortId Id, string? Reducer = null)
{
    /// <summary>
    /// Sends the one message. Returns at once. A second one finds no port and comes back to <paramref name="from"/>.
    /// </summary>
    public void Send(ICanSend from, TMessage message)
    {
        ArgumentNullException.ThrowIfNull(from);
        from.SendToPort(Id, message);
    }

    /// <summary>Whether both refer to the same port.</summary>
    public bool Equals(OncePortRef<TMessage> other) => Id == other.Id;

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => $"{Id}<{typeof(TMessage).Name}>";
}
