// caught: HYP7001
// The work is done for a later message, under whose sender and trace it then runs.
namespace Shop;

public sealed partial class Batcher(ActorHandle<Batcher> sink) : Actor
{
    private readonly Queue<Action> _later = new();

    [Handler]
    private void Add(Context cx, int value) => _later.Enqueue(() => sink.Take({|HYP7001:cx|}, value));

    [Handler]
    private void Take(int value) => Console.WriteLine(value);

    [Handler]
    private void Flush()
    {
        while (_later.TryDequeue(out var work))
        {
            work();
        }
    }
}
