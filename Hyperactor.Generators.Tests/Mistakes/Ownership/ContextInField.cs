// caught: HYP7001
// Sender and trace are those of whatever message is at hand when the field is read, not of the one that started it.
namespace Shop;

public sealed partial class Poller : Actor
{
    private Context? _context;

    [Handler]
    private void Start(Context cx) => _context = {|HYP7001:cx|};

    [Handler]
    private void Tick() => Console.WriteLine(_context!.Sender);
}
