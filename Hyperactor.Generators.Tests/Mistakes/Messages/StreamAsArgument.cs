// caught: HYP2001
// A stream belongs to one process; the receiver would have nothing to read from.
namespace Shop;

[Export]
public sealed partial class Archive : Actor
{
    [Handler] async ValueTask Store(string name, System.IO.Stream {|HYP2001:content|})
    {
        await using var file = System.IO.File.Create(name);
        await content.CopyToAsync(file);
    }
}
