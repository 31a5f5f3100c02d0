// missed: whether an event comes on a thread of its own is not written in its type
// The watcher raises its event on a thread of its own, beside the handlers.
using System.IO;

namespace Shop;

[Export]
public sealed partial class Watcher(FileSystemWatcher files) : Actor
{
    private int _changes;

    protected override ValueTask OnStartAsync(Context cx)
    {
        files.Changed += (_, _) => _changes++;
        return default;
    }

    [Handler] ValueTask<int> Changes() => new(_changes);
}
