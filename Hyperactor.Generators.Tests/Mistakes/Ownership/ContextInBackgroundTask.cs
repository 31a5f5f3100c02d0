// caught: HYP6006, HYP7001
// The task goes on when the handler has ended; what it sends mixes with what later handlers send.
namespace Shop;

public sealed partial class Importer(ActorHandle<Store> store) : Actor
{
    private Task? _import;

    [Handler]
    private void Import(Context cx, string path) => _import = {|HYP6006:Task.Run|}(async () =>
    {
        foreach (var line in await System.IO.File.ReadAllLinesAsync(path))
        {
            store.Put({|HYP7001:cx|}, line);
        }
    });

    [Handler]
    private ValueTask<bool> IsDone() => new(_import is { IsCompleted: true });
}

public sealed partial class Store : Actor
{
    [Handler]
    private void Put(string line) => Console.WriteLine(line);
}
