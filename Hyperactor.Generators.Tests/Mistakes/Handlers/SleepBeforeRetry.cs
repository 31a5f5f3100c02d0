// caught: HYP6001
// All messages of the actor wait a second each time, and so does a thread of the pool.
namespace Shop;

[Export]
public sealed partial class Mailer : Actor
{
    private int _sent;

    [Handler]
    void Deliver(string to)
    {
        for (var attempt = 0; attempt < 3 && !TryDeliver(to); attempt++)
        {
            {|HYP6001:Thread.Sleep|}(1000);
        }
    }

    private bool TryDeliver(string to) => to.Length > 0 && ++_sent > 0;
}
