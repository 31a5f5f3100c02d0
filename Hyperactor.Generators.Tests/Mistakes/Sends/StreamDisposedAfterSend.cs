// caught: HYP7007
// The actor reads from a closed stream: ObjectDisposedException, and the actor fails.
namespace Shop;

public sealed partial class Parser : Actor
{
    [Handler]
    private void Parse(System.IO.Stream stream) => Console.WriteLine(stream.ReadByte());
}

public static class Upload
{
    public static void Run(Client client, ActorHandle<Parser> parser, string path)
    {
        using var stream = System.IO.File.OpenRead(path);
        parser.Parse(client, {|HYP7007:stream|});
    }
}
