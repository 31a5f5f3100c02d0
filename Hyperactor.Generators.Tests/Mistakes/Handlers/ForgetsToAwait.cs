// caught: CS4014, HYP6007
// The text is counted as saved while it is still being written, or has failed to be.
using System.IO;

namespace Shop;

[Export]
public sealed partial class Notes(string path) : Actor
{
    private int _saved;

    [Handler]
    ValueTask Save(string text)
    {
        {|HYP6007:Write|}(text);
        _saved++;
        return default;
    }

    private async Task Write(string text) => await File.WriteAllTextAsync(path, text);
}
