namespace Hyperactor.Tests;

/// <summary>Binds where only the run knows the types: where they are known, the compiler refuses what is not kept.</summary>
internal static class Binding
{
    internal static ActorRef<TProtocol> As<TActor, TProtocol>(ActorHandle<TActor> handle)
        where TActor : Actor => handle.Bind<TProtocol>();
}
