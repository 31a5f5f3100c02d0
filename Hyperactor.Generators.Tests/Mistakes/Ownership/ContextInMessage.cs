// caught: HYP7001
// Another actor sends in the name of this one, from another thread.
namespace Shop;

public sealed record Job(Context Owner, string Path);

public sealed partial class Worker : Actor
{
    [Handler]
    private void Run(Job job) => Console.WriteLine(job.Owner.Self);
}

public sealed partial class Boss(ActorHandle<Worker> worker) : Actor
{
    [Handler]
    private void Submit(Context cx, string path)
    {
        var job = new Job({|HYP7001:cx|}, path);
        worker.Run(cx, job);
    }
}
