// missed: what is secret is not known to the compiler
// The password becomes a tag of the span.
namespace Shop;

[Export]
public sealed partial class Door : Actor
{
    [Instrument, Handler] ValueTask<bool> Open(string user, string password) => new(user == password);
}
