// caught: CS1061, HYP1010
// It does not compile; the method is there, but it is no handler.
namespace Shop;

public sealed partial class Lamp : Actor
{
    private bool _on;

    [Handler]
    private ValueTask<bool> IsOn() => new(_on);

    [Handler]
    private void On() => _on = true;

    private void Off() => _on = false;
}

public static class Use
{
    public static void Run(Client client, ActorHandle<Lamp> lamp) => lamp.{|HYP1010:Off|}(client);
}
