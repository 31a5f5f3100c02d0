// caught: HYP6001
// The actor is stuck until somebody presses a key.
namespace Shop;

[Export]
public sealed partial class Till : Actor
{
    [Handler]
    ValueTask<bool> Confirm(string what)
    {
        Console.WriteLine($"{what}? [y/n]");
        return new({|HYP6001:Console.ReadLine|}() == "y");
    }
}
