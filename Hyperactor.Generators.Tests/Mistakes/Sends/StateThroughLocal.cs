// missed: a local that stands for a field is not followed
// The caller holds the dictionary that the actor changes.
namespace Shop;

public sealed partial class Cache : Actor
{
    private readonly Dictionary<string, string> _entries = [];

    [Handler]
    private void Put(string key, string value) => _entries[key] = value;

    [Handler]
    private ValueTask<Dictionary<string, string>> All()
    {
        var all = _entries;
        return new(all);
    }
}
