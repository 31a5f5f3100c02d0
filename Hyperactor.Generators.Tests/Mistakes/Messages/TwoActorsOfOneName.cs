// caught: HYP2002
// Both would be created under one name, and the second registration is lost or fails.
namespace Shop;

[Named("shop.till"), Export(Spawn = true)]
public sealed partial class Till : Actor
{
    [Handler] void Pay(decimal amount) { }
}

[Named("shop.till"), Export(Spawn = true)]
public sealed partial class {|HYP2002:NewTill|} : Actor
{
    [Handler] void Refund(decimal amount) { }
}
