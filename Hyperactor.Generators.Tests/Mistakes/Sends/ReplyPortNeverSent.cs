// missed: that the address of a port is never handed out is not looked for
// The caller opens a port, never sends its address, and waits for ever.
namespace Shop;

[Export]
public sealed partial class Oracle : Actor
{
    [Handler]
    private void Ask(string question) => Console.WriteLine(question);
}

public static class Use
{
    public static async Task<string> RunAsync(Client client, ActorRef<Oracle> oracle)
    {
        using var reply = client.OpenOncePort<string>();
        oracle.Ask(client, "why?");
        return await reply.ReceiveAsync();
    }
}
