namespace Hyperactor.Data;

/// <summary>References to actors.</summary>
/// <typeparam name="TActor">The actor's class or protocol.</typeparam>
/// <param name="typeUri">The name that all processes share.</param>
public sealed class ActorRefCodec<TActor>(string typeUri) : MessageCodec<ActorRef<TActor>>(typeUri)
{
    /// <inheritdoc/>
    public override void Write(ref MessageWriter writer, ActorRef<TActor> value) => writer.Write(value.Id);

    /// <inheritdoc/>
    public override ActorRef<TActor> Read(ref MessageReader reader) => new(reader.Read<ActorId>());
}

/// <summary>References to ports.</summary>
/// <typeparam name="TMessage">What the port takes.</typeparam>
/// <param name="typeUri">The name that all processes share.</param>
public sealed class PortRefCodec<TMessage>(string typeUri) : MessageCodec<PortRef<TMessage>>(typeUri)
{
    /// <inheritdoc/>
    public override void Write(ref MessageWriter writer, PortRef<TMessage> value) =>
        writer.WritePort(new(value.Id, value.Reducer));

    /// <inheritdoc/>
    public override PortRef<TMessage> Read(ref MessageReader reader)
    {
        var entry = reader.ReadPort();
        return new(entry.Port, entry.Reducer);
    }
}

/// <summary>References to ports that take one message.</summary>
/// <typeparam name="TMessage">What the port takes.</typeparam>
/// <param name="typeUri">The name that all processes share.</param>
public sealed class OncePortRefCodec<TMessage>(string typeUri) : MessageCodec<OncePortRef<TMessage>>(typeUri)
{
    /// <inheritdoc/>
    public override void Write(ref MessageWriter writer, OncePortRef<TMessage> value) =>
        writer.WritePort(new(value.Id, value.Reducer));

    /// <inheritdoc/>
    public override OncePortRef<TMessage> Read(ref MessageReader reader)
    {
        var entry = reader.ReadPort();
        return new(entry.Port, entry.Reducer);
    }
}
