namespace Hyperactor.Procs;

/// <summary>
/// States what an actor is created from by name. Written by the generator; naming the class itself keeps the clients of a
/// base class, which may be created by name too, apart from those of the classes that derive from it.
/// </summary>
/// <typeparam name="TSelf">The actor's class.</typeparam>
/// <typeparam name="TParameters">The parameters of its constructor.</typeparam>
public interface ISpawned<TSelf, TParameters>
    where TSelf : Actor;
