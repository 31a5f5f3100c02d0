// caught: HYP1008
// An alias stands for messages; whoever holds it would not know which of the actor's are meant.
namespace Shop;

[Export]
public sealed partial class Till : Actor
{
    private decimal _total;

    [Handler]
    private void Pay(decimal amount) => _total += amount;
}

[Named("shop.payable"), {|HYP1008:Alias(typeof(Till))|}]
public partial interface IPayable;
