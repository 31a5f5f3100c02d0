// caught: HYP6006
// Many threads write to one dictionary, which breaks it.
namespace Shop;

[Export]
public sealed partial class Totals : Actor
{
    private readonly Dictionary<int, int> _totals = [];

    [Handler]
    void Add(int[] amounts) => {|HYP6006:Parallel.ForEach|}(amounts, a => _totals[a % 10] = _totals.GetValueOrDefault(a % 10) + a);
}
