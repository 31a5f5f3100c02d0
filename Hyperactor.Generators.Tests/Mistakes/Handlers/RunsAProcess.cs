// caught: HYP6001
// The converter may take minutes, in which the actor cannot even be asked how far it is.
using System.Diagnostics;

namespace Shop;

[Export]
public sealed partial class Converter : Actor
{
    [Handler]
    ValueTask<int> Convert(string file)
    {
        using var process = Process.Start("convert", file)!;
        process.{|HYP6001:WaitForExit|}();
        return new(process.ExitCode);
    }
}
