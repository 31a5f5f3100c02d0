// missed: that a property of an actor is read from elsewhere is not looked for, unless it was spawned in the same method
// The count is read while a handler changes it: at best it is old.
namespace Shop;

public sealed partial class Meter : Actor
{
    public long Count { get; private set; }

    [Handler]
    private void Add(long amount) => Count += amount;
}

public sealed class Dashboard(Meter meter)
{
    public string Text => $"{meter.Count} so far";
}
