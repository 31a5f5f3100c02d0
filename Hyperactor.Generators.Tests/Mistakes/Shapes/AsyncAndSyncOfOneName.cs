// caught: HYP1003
// Async is no part of the name on the wire, so both are called Close.
namespace Shop;

[Export]
public sealed partial class Till : Actor
{
    [Handler] void Close() { }

    [Handler] ValueTask {|HYP1003:CloseAsync|}() => default;
}
