// caught: HYP7007
// The memory is rented to others while the actor still reads it.
namespace Shop;

public sealed partial class Screen : Actor
{
    [Handler]
    private void Draw(Memory<byte> pixels) => Console.WriteLine(pixels.Length);
}

public static class Camera
{
    public static void Shoot(Client client, ActorHandle<Screen> screen)
    {
        using var owner = System.Buffers.MemoryPool<byte>.Shared.Rent(1024);
        owner.Memory.Span.Fill(0xFF);
        screen.Draw(client, {|HYP7007:owner|}.Memory);
    }
}
