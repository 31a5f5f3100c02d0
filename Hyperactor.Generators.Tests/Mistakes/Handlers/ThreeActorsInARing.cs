// caught: HYP6003
// Under load all three wait for one another for ever.
namespace Shop;

[Named("shop.IAudit"), Handler]
public partial interface IAudit
{
    ValueTask<bool> Approve(string what);
}

[Export]
public sealed partial class Cashier(ActorRef<IAudit> audit) : Actor
{
    private decimal _sum;

    [Handler] async ValueTask<bool> Pay(Context cx, decimal amount)
    {
        _sum += amount;
        return await audit.{|HYP6003:ApproveAsync|}(cx, "pay");
    }
}

[Export(typeof(IAudit))]
public sealed partial class Auditor(ActorRef<Bank> bank) : Actor, IAudit
{
    public async ValueTask<bool> Approve(string what)
    {
        await Task.Yield();
        return what.Length > 0;
    }

    [Handler] async ValueTask<decimal> Check(Context cx) => await bank.BalanceAsync(cx);
}

[Export]
public sealed partial class Bank(ActorRef<Cashier> cashier) : Actor
{
    private decimal _balance;

    [Handler] ValueTask<decimal> Balance() => new(_balance);

    [Handler]
    async ValueTask Refund(Context cx, decimal amount)
    {
        if (await cashier.PayAsync(cx, -amount))
        {
            _balance -= amount;
        }
    }
}
