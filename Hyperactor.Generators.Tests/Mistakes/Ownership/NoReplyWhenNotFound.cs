// caught: HYP7003
// Who asks for what is not there waits until its deadline, or for ever.
namespace Shop;

[Named, Bind, Unbind]
public sealed partial record Find(string Key, [Include] OncePortRef<string> Reply);

[Export]
public sealed partial class Glossary : Actor
{
    private readonly Dictionary<string, string> _words = [];

    [Handler]
    private void {|HYP7003:On|}(Context cx, Find message)
    {
        if (_words.TryGetValue(message.Key, out var word))
        {
            message.Reply.Send(cx, word);
        }
    }
}
