namespace Hyperactor.Messages;

/// <summary>Where a cast goes: the ranks from <paramref name="Low"/> to before <paramref name="High"/> of a gang.</summary>
/// <param name="Gang">The gang.</param>
/// <param name="Size">How many members the whole gang has.</param>
/// <param name="Low">The first rank.</param>
/// <param name="High">The rank behind the last one.</param>
/// <param name="Fanout">Into how many parts a node cuts what it hands on.</param>
/// <param name="DeadlineMs">How long the one who gets this may wait for replies, in milliseconds.</param>
internal sealed record CastHead(GangId Gang, int Size, int Low, int High, int Fanout, int DeadlineMs)
{
    /// <summary>Whether it goes to one rank: then it is delivered, not relayed.</summary>
    internal bool IsLeaf => High == Low + 1;
}

/// <summary>What became of the ranks that a combined reply stands for.</summary>
/// <param name="Replied">How many replied; if none did, there is no value.</param>
/// <param name="Failed">Those that did not.</param>
internal sealed record ReplyTally(int Replied, IReadOnlyList<RankFailure> Failed);
