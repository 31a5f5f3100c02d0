// missed: not yet
// Gangs only reach exported actors, so the promise means nothing.
namespace Shop;

public sealed partial class Trainer : Actor
{
    [Handler(Cast = true)] void Step(int epoch) { }
}
