// missed: only the method that sends is looked at
// The caller goes on adding to the list that the actor has.
namespace Shop;

public sealed partial class Index : Actor
{
    [Handler]
    private void Take(List<int> numbers) => Console.WriteLine(numbers.Count);
}

public sealed class Gateway(Client client, ActorHandle<Index> index)
{
    public void Run()
    {
        var numbers = new List<int>();
        Submit(numbers);
        numbers.Add(1);
    }

    private void Submit(List<int> numbers) => index.Take(client, numbers);
}
