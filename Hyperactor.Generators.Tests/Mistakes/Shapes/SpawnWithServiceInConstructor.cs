// caught: HYP2001
// Created by name, the actor gets its parameters as bytes; a service cannot be sent.
namespace Shop;

public interface IClock
{
    DateTimeOffset Now { get; }
}

[Export(Spawn = true)]
public sealed partial class Till(IClock {|HYP2001:clock|}) : Actor
{
    [Handler] ValueTask<DateTimeOffset> Now() => new(clock.Now);
}
