// caught: HYP6006
// What follows the await runs on the pool, whatever scheduler the proc was given.
using System.IO;

namespace Shop;

[Export]
public sealed partial class Loader : Actor
{
    private string _text = "";

    [Handler]
    async ValueTask Load(string path, CancellationToken stopping)
    {
        _text = await File.ReadAllTextAsync(path, stopping).{|HYP6006:ConfigureAwait|}(false);
    }

    [Handler] ValueTask<string> Text() => new(_text);
}
