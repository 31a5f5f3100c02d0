// caught: HYP6004
// What is measured is not the time that the proc runs by, so a simulated hour takes a microsecond.
using System.Diagnostics;

namespace Shop;

[Export]
public sealed partial class Worker : Actor
{
    private TimeSpan _busy;

    [Handler]
    async ValueTask Work(Context cx, int steps)
    {
        var watch = {|HYP6004:Stopwatch.StartNew|}();
        for (var i = 0; i < steps; i++)
        {
            await Task.Yield();
        }

        _busy += watch.Elapsed;
    }
}
