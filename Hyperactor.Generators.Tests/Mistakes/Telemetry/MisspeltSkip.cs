// caught: HYP5003
// The card's number is written into every trace.
namespace Shop;

[Export]
public sealed partial class Till : Actor
{
    [{|HYP5003:Instrument(Skip = ["cardNumber"])|}, Handler] void Pay(decimal amount, string card) { }
}
