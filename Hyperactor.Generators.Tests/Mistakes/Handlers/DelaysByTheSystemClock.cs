// caught: HYP6004
// A test that advances its own clock waits five real seconds.
namespace Shop;

[Export]
public sealed partial class Retrying : Actor
{
    private int _attempts;

    [Handler]
    async ValueTask Try(CancellationToken stopping)
    {
        while (++_attempts % 3 != 0)
        {
            await {|HYP6004:Task.Delay|}(TimeSpan.FromSeconds(5), stopping);
        }
    }
}
