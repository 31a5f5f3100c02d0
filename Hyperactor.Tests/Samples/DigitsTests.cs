using DigitsTraining;

namespace Hyperactor.Tests.Samples;

public sealed class DigitsTests
{
    [Test]
    public void Every_fifth_row_is_held_out_and_no_row_is_lost()
    {
        var (training, heldOut) = Rows(12).Split();
        Assert.Multiple(() =>
        {
            Assert.That(heldOut.Labels.ToArray(), Is.EqualTo(new byte[] { 4, 9 }));
            Assert.That(training.Labels.ToArray(), Is.EqualTo(new byte[] { 0, 1, 2, 3, 5, 6, 7, 8, 0, 1 }));
            Assert.That(heldOut.Image(1).ToArray(), Is.All.EqualTo(9));
            Assert.That(training.Image(9).ToArray(), Is.All.EqualTo(11));
        });
    }

    [TestCase(1)]
    [TestCase(3)]
    [TestCase(4)]
    [TestCase(7)]
    [TestCase(16)]
    public void Shards_are_even_and_together_they_are_the_whole(int size)
    {
        var rows = Rows(16);
        var shards = Enumerable.Range(0, size).Select(rank => rows.Shard(rank, size)).ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(shards.Max(s => s.Count) - shards.Min(s => s.Count), Is.LessThanOrEqualTo(1));
            Assert.That(shards.SelectMany(s => s.Labels.ToArray()), Is.EqualTo(rows.Labels.ToArray()));
            Assert.That(shards.SelectMany(s => s.Pixels.ToArray()), Is.EqualTo(rows.Pixels.ToArray()));
        });
    }

    /// <summary>Rows whose pixels all are the number of the row, and whose label is its last decimal.</summary>
    private static Digits Rows(int count) => new(
        Enumerable.Range(0, count).SelectMany(i => Enumerable.Repeat((byte)i, 64)).ToArray(),
        Enumerable.Range(0, count).Select(i => (byte)(i % 10)).ToArray());
}
