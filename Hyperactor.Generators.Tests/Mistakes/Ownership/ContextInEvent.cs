// caught: HYP7001
// The event is raised on a thread of its own, long after the handler.
namespace Shop;

public sealed class Bell
{
    public event Action? Rung;

    public void Ring() => Rung?.Invoke();
}

public sealed partial class Watcher(ActorHandle<Watcher> log, Bell bell) : Actor
{
    [Handler]
    private void Watch(Context cx) => bell.Rung += () => log.Note({|HYP7001:cx|}, "rung");

    [Handler]
    private void Note(string what) => Console.WriteLine(what);
}
