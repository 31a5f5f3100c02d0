// caught: HYP7005
// Both actors change one dictionary from their own threads, until it breaks.
namespace Shop;

public sealed partial class Board : Actor
{
    [Handler]
    private void Show(Dictionary<string, int> scores) => Console.WriteLine(scores.Count);
}

public sealed partial class Game(ActorHandle<Board> board) : Actor
{
    private readonly Dictionary<string, int> _scores = [];

    [Handler]
    private void Score(Context cx, string player)
    {
        _scores[player] = _scores.GetValueOrDefault(player) + 1;
        board.Show(cx, {|HYP7005:_scores|});
    }
}
