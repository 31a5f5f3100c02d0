// caught: HYP6006
// The state is changed by another thread while the actor handles the next message.
namespace Shop;

[Export]
public sealed partial class Parser : Actor
{
    private readonly List<string> _words = [];

    [Handler]
    void Parse(string text) => _ = {|HYP6006:Task.Run|}(() => _words.AddRange(text.Split(' ')));

    [Handler] ValueTask<int> Count() => new(_words.Count);
}
