// caught: HYP2006
// A reference to an actor is no port: relays leave it as it is.
namespace Shop;

[Export]
public sealed partial class Sink : Actor
{
    [Handler] void Take(double value) { }
}

[Named, Bind, Unbind]
public sealed partial record Step(int Epoch, [{|HYP2006:Include|}] ActorRef<Sink> Sink);
