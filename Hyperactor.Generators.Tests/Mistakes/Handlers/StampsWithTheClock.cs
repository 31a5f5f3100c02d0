// caught: HYP6004
// A test cannot set this clock, and two runs under one seed differ.
namespace Shop;

[Export]
public sealed partial class Journal : Actor
{
    private readonly List<(DateTime At, string Line)> _lines = [];

    [Handler] void Write(string line) => _lines.Add(({|HYP6004:DateTime.UtcNow|}, line));

    [Handler] ValueTask<int> Today() => new(_lines.FindAll(l => l.At.Date == {|HYP6004:DateTime.Today|}).Count);
}
