// caught: CS1503
// It does not compile, and the compiler says why.
namespace Shop;

public sealed partial class Scale : Actor
{
    [Handler]
    private void Weigh(int grams) => Console.WriteLine(grams);
}

public static class Use
{
    public static void Run(Client client, ActorHandle<Scale> scale) => scale.Weigh(client, "heavy");
}
