namespace Hyperactor;

/// <summary>The address of a port that takes one message; may travel in messages.</summary>
/// <typeparam name="TMessage">What the port takes.</typeparam>
/// <param name="Id">The port.</param>
/// <param name="Reducer">
/// The URI of the reducer that combines the replies of many into the one message, or null if one actor replies.
/// </param>
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

    /// <inheritdoc/>
    public override string ToString() => $"{Id}<{typeof(TMessage).Name}>";
}
