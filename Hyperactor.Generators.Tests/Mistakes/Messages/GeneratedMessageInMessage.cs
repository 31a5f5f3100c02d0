// caught: HYP2001
// No generator sees what is generated.
namespace Shop;

[Export]
public sealed partial class Till : Actor
{
    [Handler] void Pay(decimal amount) { }
}

[Named]
public sealed partial record Batch(Till.PayMessage[] {|HYP2001:Payments|});
