// caught: HYP1002
// A client method without a name cannot be written.
namespace Shop;

[Export]
public sealed partial class Till : Actor
{
    [Handler(Name = "")] void {|HYP1002:Pay|}(decimal amount) { }
}
