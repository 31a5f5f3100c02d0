namespace Hyperactor.Actors;

/// <summary>What the generator writes for an actor: its name and its dispatch.</summary>
/// <typeparam name="TSelf">The actor's class.</typeparam>
public interface IActor<TSelf>
    where TSelf : Actor, IActor<TSelf>
{
    /// <summary>The name of the actor's class that all processes share.</summary>
    static abstract string Uri { get; }

    /// <summary>The handlers, in the order in which they are declared.</summary>
    static abstract IReadOnlyList<Handler<TSelf>> Handlers { get; }

    /// <summary>The exported handler at this port, or null.</summary>
    /// <param name="port">The index of the port: the number of the message type.</param>
    static abstract Handler<TSelf>? FindHandler(ulong port);
}
