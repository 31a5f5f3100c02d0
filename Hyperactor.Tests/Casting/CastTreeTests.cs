using CsCheck;
using Hyperactor.Casting;

namespace Hyperactor.Tests.Casting;

public sealed class CastTreeTests
{
    private static readonly Gen<(int Size, int Fanout)> Trees = Gen.Select(Gen.Int[1, 5000], Gen.Int[2, 64]);

    [Test]
    public void Every_rank_is_reached_exactly_once() => Trees.Sample(tree =>
    {
        var reached = new int[tree.Size];
        foreach (var part in CastTree.Cut(new(0, tree.Size), tree.Fanout))
        {
            Walk(part, tree.Fanout, rank => reached[rank]++);
        }

        return reached.All(n => n == 1);
    });

    [Test]
    public void Parts_are_in_order_and_differ_by_one_at_most() => Trees.Sample(tree =>
    {
        var parts = CastTree.Cut(new(0, tree.Size), tree.Fanout);
        var sizes = parts.Select(p => p.Count).ToArray();
        return parts[0].Low == 0 && parts[^1].High == tree.Size
            && parts.Zip(parts.Skip(1)).All(p => p.First.High == p.Second.Low)
            && sizes.Max() - sizes.Min() <= 1 && sizes.SequenceEqual(sizes.OrderDescending());
    });

    [TestCase(1, 8, 1)]
    [TestCase(8, 8, 1)]
    [TestCase(1_000_000, 8, 7)]
    [TestCase(1_000_000, 2, 19)]
    public void The_tree_is_as_deep_as_the_logarithm(int size, int fanout, int depth)
    {
        Assert.That(Depth(new(0, size), fanout), Is.EqualTo(depth));

        static int Depth(RankRange run, int fanout) => 1 + CastTree.Cut(run, fanout)
            .Take(1)
            .Select(p => p.Count > 1 ? Below(p, fanout) : 0)
            .Max();

        static int Below(RankRange run, int fanout) =>
            1 + (CastTree.Children(run, fanout)[0] is { Count: > 1 } first ? Below(first, fanout) : 0);
    }

    private static void Walk(RankRange run, int fanout, Action<int> reach)
    {
        reach(run.Low);
        if (run.Count > 1)
        {
            foreach (var part in CastTree.Children(run, fanout))
            {
                Walk(part, fanout, reach);
            }
        }
    }
}
