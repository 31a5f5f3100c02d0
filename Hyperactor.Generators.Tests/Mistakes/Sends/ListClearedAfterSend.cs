// caught: HYP7005
// The actor finds the list empty, or throws in the middle of it: the collection was modified.
namespace Shop;

public sealed partial class Sink : Actor
{
    [Handler]
    private void Write(List<string> lines) => lines.ForEach(Console.WriteLine);
}

public static class Reader
{
    public static void Read(Client client, ActorHandle<Sink> sink, IEnumerable<string> source)
    {
        var batch = new List<string>();
        foreach (var line in source)
        {
            batch.Add(line);
            if (batch.Count == 100)
            {
                sink.Write(client, {|HYP7005:batch|});
                batch.Clear();
            }
        }
    }
}
