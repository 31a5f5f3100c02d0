// missed: a new method of the same name is allowed by the language, and CS0108 is satisfied by the word new
// Who sends Ping to the derived actor runs the derived handler, who holds the base's message runs the other one.
namespace Shop;

public partial class Desk : Actor
{
    [Handler] public ValueTask<string> Ping() => new("desk");
}

public sealed partial class Till : Desk
{
    [Handler] public new ValueTask<string> Ping() => new("till");
}
