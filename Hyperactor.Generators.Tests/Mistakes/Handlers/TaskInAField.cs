// missed: a task in a field may be awaited by another handler
// The load fails, and nobody ever looks at the task.
using System.IO;

namespace Shop;

[Export]
public sealed partial class Preloader(string path) : Actor
{
    private Task<string>? _loading;

    [Handler] void Start() => _loading = File.ReadAllTextAsync(path);

    [Handler] ValueTask<bool> HasStarted() => new(_loading is not null);
}
