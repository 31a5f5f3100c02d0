// caught: HYP6003
// Two peers that ask each other at once wait for each other for ever.
namespace Shop;

[Export]
public sealed partial class Peer(int term) : Actor
{
    private int _term = term;

    [Handler]
    async ValueTask<bool> Vote(Context cx, ActorRef<Peer> candidate)
    {
        var theirs = await candidate.{|HYP6003:TermAsync|}(cx, new ActorRef<Peer>(cx.Self));
        return theirs > _term;
    }

    [Handler]
    async ValueTask<int> Term(Context cx, ActorRef<Peer> asking)
    {
        if (_term == 0 && await asking.VoteAsync(cx, asking))
        {
            _term++;
        }

        return _term;
    }
}
