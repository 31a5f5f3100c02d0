// caught: HYP7005
// The second read overwrites what the actor has not looked at yet.
namespace Shop;

public sealed partial class Hasher : Actor
{
    [Handler]
    private void Append(ReadOnlyMemory<byte> bytes) => Console.WriteLine(bytes.Length);
}

public static class Files
{
    public static async Task HashAsync(Client client, ActorHandle<Hasher> hasher, System.IO.Stream stream)
    {
        var buffer = new byte[4096];
        int count;
        while ((count = await stream.ReadAsync(buffer)) > 0)
        {
            hasher.Append(client, {|HYP7005:buffer|}.AsMemory(0, count));
        }
    }
}
