// missed: a failure that is written down was not ignored; whether that is enough is for the user to say
// The caller is told that all is well.
using System.IO;

namespace Shop;

[Export]
public sealed partial class Exporter(string path) : Actor
{
    [Handler]
    async ValueTask Export(string text, CancellationToken stopping)
    {
        try
        {
            await File.WriteAllTextAsync(path, text, stopping);
        }
        catch (Exception e)
        {
            Console.WriteLine(e.Message);
        }
    }
}
