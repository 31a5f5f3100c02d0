// caught: HYP7008
// Two threads are in one actor at a time: the ledger is called beside its own handlers.
namespace Shop;

public sealed partial class Ledger : Actor
{
    private readonly List<long> _entries = [];

    [Handler]
    internal void Book(long amount) => _entries.Add(amount);
}

public sealed partial class Cashier(Ledger {|HYP7008:ledger|}) : Actor
{
    [Handler]
    private void Pay(long amount) => ledger.Book(amount);
}
