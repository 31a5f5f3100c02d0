// caught: HYP2001
// A bool of 2 or a date behind the last one could come, and nobody would check it.
namespace Shop;

public readonly record struct Slot(DateTime From, bool Late);

[Named]
public sealed partial record Booking(string Who, Slot {|HYP2001:Slot|});
