// caught: HYP7007
// The array belongs to somebody else by the time the actor reads it: wrong bytes, silently.
namespace Shop;

public sealed partial class Disk : Actor
{
    [Handler]
    private void Store(ReadOnlyMemory<byte> bytes) => Console.WriteLine(bytes.Length);
}

public static class Network
{
    public static void Receive(Client client, ActorHandle<Disk> disk, System.IO.Stream stream)
    {
        var buffer = System.Buffers.ArrayPool<byte>.Shared.Rent(4096);
        try
        {
            var count = stream.Read(buffer, 0, buffer.Length);
            disk.Store(client, {|HYP7007:buffer|}.AsMemory(0, count));
        }
        finally
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
