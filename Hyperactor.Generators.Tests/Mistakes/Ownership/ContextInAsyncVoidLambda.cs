// caught: HYP6007, HYP7001
// ForEach returns at the first await; the sends come when the handler has long ended.
namespace Shop;

public sealed partial class Mailer(ActorHandle<Mailer> archive) : Actor
{
    [Handler]
    private void SendAll(Context cx, string[] letters) => Array.ForEach(letters, {|HYP6007:async|} letter =>
    {
        await Task.Yield();
        archive.Keep({|HYP7001:cx|}, letter);
    });

    [Handler]
    private void Keep(string letter) => Console.WriteLine(letter);
}
