// caught: HYP7002
// The name is taken in the second round: NameInUseException.
namespace Shop;

public static class Rounds
{
    public static async Task RunAsync(Proc proc, ActorHandle<Echo> echo)
    {
        for (var i = 0; i < 3; i++)
        {
            var {|HYP7002:client|} = proc.Attach("client");
            Console.WriteLine(await echo.SayAsync(client, "hello"));
        }
    }
}

public sealed partial class Echo : Actor
{
    [Handler]
    private ValueTask<string> Say(string text) => new(text);
}
