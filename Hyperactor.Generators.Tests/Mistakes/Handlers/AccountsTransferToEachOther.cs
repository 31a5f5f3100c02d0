// missed: calls between actors of one class are mostly those of trees, which are in order
// Two accounts that transfer to each other at once wait for each other for ever.
namespace Shop;

[Export]
public sealed partial class Account(decimal balance) : Actor
{
    private decimal _balance = balance;

    [Handler]
    ValueTask Deposit(decimal amount)
    {
        _balance += amount;
        return default;
    }

    [Handler]
    async ValueTask Transfer(Context cx, ActorRef<Account> to, decimal amount)
    {
        _balance -= amount;
        await to.DepositAsync(cx, amount);
    }
}
