// caught: HYP7003
// The failure is logged, and the caller, who would have been told of it, waits.
namespace Shop;

[Named]
public sealed partial record Load(string Path, OncePortRef<int> Reply);

[Export]
public sealed partial class Loader : Actor
{
    [Handler]
    private async ValueTask {|HYP7003:On|}(Context cx, Load message)
    {
        try
        {
            var text = await System.IO.File.ReadAllTextAsync(message.Path, cx.Stopping);
            message.Reply.Send(cx, text.Length);
        }
        catch (System.IO.IOException e)
        {
            Console.WriteLine(e.Message);
        }
    }
}
