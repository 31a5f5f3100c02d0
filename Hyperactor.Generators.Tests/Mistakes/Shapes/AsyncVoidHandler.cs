// caught: HYP1002
// The next message would be handled before this one is done, and its exception would end the process.
namespace Shop;

[Export]
public sealed partial class Mailer : Actor
{
    [Handler] async void {|HYP1002:Send|}(string address, string text)
    {
        await Task.Yield();
        throw new InvalidOperationException(address + text);
    }
}
