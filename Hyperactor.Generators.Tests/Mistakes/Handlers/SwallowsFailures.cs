// caught: HYP6010
// The actor goes on with a state that it half changed; nobody above it is told, and a kill is not noticed.
using System.IO;

namespace Shop;

[Export]
public sealed partial class Backup(string path) : Actor
{
    private int _versions;

    [Handler]
    async ValueTask Keep(string text, CancellationToken stopping)
    {
        try
        {
            _versions++;
            await File.WriteAllTextAsync($"{path}.{_versions}", text, stopping);
        }
        {|HYP6010:catch|} (Exception)
        {
            // Never mind.
        }
    }
}
