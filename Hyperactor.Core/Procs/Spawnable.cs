using Hyperactor.Actors;

namespace Hyperactor.Procs;

/// <summary>An actor that may be created by name in another proc. Its subclasses are generated.</summary>
public abstract class Spawnable
{
    private protected Spawnable(string uri) => Uri = uri;

    /// <summary>The name of the actor's class that all processes share.</summary>
    public string Uri { get; }

    /// <summary>Creates an actor in a proc from the bytes of its parameters.</summary>
    internal abstract void SpawnInto(Proc proc, string name, ReadOnlyMemory<byte> parameters);
}

/// <inheritdoc/>
/// <typeparam name="TActor">The actor's class.</typeparam>
/// <typeparam name="TParameters">The message that the parameters of its constructor make.</typeparam>
/// <param name="uri">The name of the actor's class that all processes share.</param>
public abstract class Spawnable<TActor, TParameters>(string uri) : Spawnable(uri)
    where TActor : Actor, IActor<TActor>
{
    /// <summary>Calls the constructor.</summary>
    public abstract TActor Create(TParameters parameters);

    internal sealed override void SpawnInto(Proc proc, string name, ReadOnlyMemory<byte> parameters) =>
        proc.Spawn(name, Create(Payload.Read<TParameters>(parameters, [])));
}
