// missed: what a method does with the port that it is given is not followed
// The helper answers for one kind only.
namespace Shop;

[Named]
public sealed partial record Ask(int Kind, OncePortRef<int> Reply);

[Export]
public sealed partial class Helper : Actor
{
    [Handler]
    private void On(Context cx, Ask message) => Answer(cx, message.Kind, message.Reply);

    private static void Answer(Context cx, int kind, OncePortRef<int> reply)
    {
        if (kind == 1)
        {
            reply.Send(cx, 1);
        }
    }
}
