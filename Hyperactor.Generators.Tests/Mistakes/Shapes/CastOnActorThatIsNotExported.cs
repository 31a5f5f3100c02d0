// caught: HYP1015
// Gangs only reach exported actors, so the promise means nothing.
namespace Shop;

public sealed partial class Trainer : Actor
{
    [Handler(Cast = true)] void {|HYP1015:Step|}(int epoch) { }
}
