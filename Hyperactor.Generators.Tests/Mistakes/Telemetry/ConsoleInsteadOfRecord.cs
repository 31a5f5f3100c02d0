// missed: writing to the console is allowed
// The line is on some machine's terminal, and not in what is told of the failure.
namespace Shop;

[Export]
public sealed partial class Till : Actor
{
    [Handler] void Pay(decimal amount) => Console.WriteLine($"paid {amount}");
}
