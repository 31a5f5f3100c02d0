// missed: that the handle is the actor's own is known only where it was spawned
// SelfCallException: the handle that the actor was given is its own.
namespace Shop;

public sealed partial class Desk : Actor
{
    private ActorHandle<Desk>? _next;
    private int _waiting;

    public static ActorHandle<Desk> Open(Proc proc, Client client)
    {
        var desk = proc.Spawn("desk", new Desk());
        desk.Link(client, new Next(desk));
        return desk;
    }

    public sealed record Next(ActorHandle<Desk> Desk);

    [Handler] void Link(Next next) => _next = next.Desk;

    [Handler] void Arrive() => _waiting++;

    [Handler] ValueTask<int> Waiting() => new(_waiting);

    [Handler] async ValueTask<int> All(Context cx) => _next is null ? 0 : await _next.WaitingAsync(cx);
}
