// missed: not yet
// A reference to an actor is no port: relays leave it as it is.
namespace Shop;

[Export]
public sealed partial class Sink : Actor
{
    [Handler] void Take(double value) { }
}

[Named, Bind, Unbind]
public sealed partial record Step(int Epoch, [Include] ActorRef<Sink> Sink);
