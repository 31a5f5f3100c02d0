// caught: HYP6005
// Two runs under one seed give the same order different numbers.
namespace Shop;

[Export]
public sealed partial class Booking : Actor
{
    private readonly Dictionary<Guid, string> _bookings = [];

    [Handler]
    ValueTask<Guid> Book(string what)
    {
        var id = {|HYP6005:Guid.NewGuid|}();
        _bookings.Add(id, what);
        return new(id);
    }
}
