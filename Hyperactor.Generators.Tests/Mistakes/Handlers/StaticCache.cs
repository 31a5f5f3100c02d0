// caught: HYP6008
// Every actor of the process writes to one dictionary that is not made for it.
namespace Shop;

[Export]
public sealed partial class Translator : Actor
{
    private static readonly Dictionary<string, string> Known = [];

    [Handler]
    ValueTask<string> Translate(string word)
    {
        if (!Known.TryGetValue(word, out var translation))
        {
            {|HYP6008:Known|}[word] = translation = word.ToUpperInvariant();
        }

        return new(translation);
    }
}
