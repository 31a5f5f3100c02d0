// caught: HYP6007
// If the file cannot be written the exception ends the process, not the actor.
using System.IO;

namespace Shop;

[Export]
public sealed partial class Recorder(string path) : Actor
{
    [Handler] void Record(string line) => Append(line);

    private async void {|HYP6007:Append|}(string line) => await File.AppendAllTextAsync(path, line);
}
