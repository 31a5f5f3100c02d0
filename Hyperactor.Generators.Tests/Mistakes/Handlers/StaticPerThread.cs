// caught: HYP6008
// A handler goes on by another thread after an await, and finds another thread's buffer.
using System.Text;

namespace Shop;

[Export]
public sealed partial class Composer : Actor
{
    [ThreadStatic] private static StringBuilder? {|HYP6008:Buffer|};

    [Handler]
    async ValueTask<string> Compose(string first, string second)
    {
        Buffer = new();
        Buffer.Append(first);
        await Task.Yield();
        return Buffer.Append(second).ToString();
    }
}
