// missed: who will send to a port is not known when the code is compiled
// The message that would end the waiting cannot be handled while the actor waits.
namespace Shop;

public sealed partial class Doorman : Actor
{
    private PortHandle<string>? _bell;
    private PortReceiver<string>? _rings;

    protected override ValueTask OnStartAsync(Context cx)
    {
        (_bell, _rings) = cx.OpenPort<string>();
        return default;
    }

    [Handler] void Ring(string who) => _bell!.Send(who);

    [Handler] async ValueTask<string> WaitForRing(CancellationToken stopping) => await _rings!.ReceiveAsync(stopping);
}
