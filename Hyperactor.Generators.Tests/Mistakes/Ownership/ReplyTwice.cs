// caught: HYP7004
// The second reply comes back as undeliverable; the caller has the first.
namespace Shop;

[Named]
public sealed partial record Check(int Value, OncePortRef<bool> Reply);

[Export]
public sealed partial class Checker : Actor
{
    [Handler]
    private void On(Context cx, Check message)
    {
        message.Reply.Send(cx, message.Value > 0);
        Console.WriteLine("checked");
        {|HYP7004:message.Reply.Send(cx, true)|};
    }
}
