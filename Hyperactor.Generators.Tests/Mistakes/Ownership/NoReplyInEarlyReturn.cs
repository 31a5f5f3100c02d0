// caught: HYP7003
// Whoever withdraws too much is never told.
namespace Shop;

[Export]
public sealed partial class Account : Actor
{
    private long _balance;

    [Handler]
    private void {|HYP7003:Withdraw|}(Context cx, long amount, OncePortRef<bool> done)
    {
        if (amount > _balance)
        {
            return;
        }

        _balance -= amount;
        done.Send(cx, true);
    }
}
