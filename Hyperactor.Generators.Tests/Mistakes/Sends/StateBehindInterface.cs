// caught: HYP7009
// A list that the caller may only read is still a list that the actor changes.
namespace Shop;

public sealed partial class Chat : Actor
{
    private readonly List<string> _lines = [];

    [Handler]
    private void Say(string line) => _lines.Add(line);

    [Handler]
    private async ValueTask<IReadOnlyList<string>> History()
    {
        await Task.Yield();
        return {|HYP7009:_lines|};
    }
}
