// missed: reading a file is a matter of microseconds or of minutes, and only the user knows which
// The disk is waited for on a thread of the pool.
using System.IO;

namespace Shop;

[Export]
public sealed partial class Archive(string folder) : Actor
{
    [Handler] ValueTask<string> Read(string name) => new(File.ReadAllText(Path.Combine(folder, name)));
}
