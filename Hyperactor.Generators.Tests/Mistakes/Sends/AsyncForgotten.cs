// caught: CS1061, HYP1010
// It does not compile; calls have clients that end in Async.
namespace Shop;

public sealed partial class Sensor : Actor
{
    [Handler]
    private ValueTask<int> Read() => new(42);
}

public static class Use
{
    public static async Task<int> RunAsync(Client client, ActorHandle<Sensor> sensor) => await sensor.{|HYP1010:Read|}(client);
}
