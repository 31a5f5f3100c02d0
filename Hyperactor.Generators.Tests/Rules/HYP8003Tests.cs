namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP8003Tests
{
    private const string Source = "[Named(\"order\")] public partial record Order(int A, string B);";

    [TestCase("{|HYP8003:hyperactor-wire 2|}\nwhatever this is")]
    [TestCase("{|HYP8003:message order|}\n  A: hyperactor-wire")]
    [TestCase("hyperactor-wire 1\n{|HYP8003:  A: int|}")]
    [TestCase("hyperactor-wire 1\n{|HYP8003:massage order|}")]
    [TestCase("hyperactor-wire 1\n{|HYP8003:message|}")]
    [TestCase("hyperactor-wire 1\nmessage order\n{|HYP8003:  A int|}")]
    [TestCase("hyperactor-wire 1\nmessage order\n{|HYP8003:  A: int [|}")]
    [TestCase("hyperactor-wire 1\nmessage order\n  A: int\n{|HYP8003:  A: int|}")]
    [TestCase("hyperactor-wire 1\nmessage order\n{|HYP8003:message order|}")]
    [TestCase("hyperactor-wire 1\nmessage a\n{|HYP8003:<<<<<<< HEAD|}")]
    [TestCase("hyperactor-wire 1\nmessage a\n{|HYP8003:  \"A: int|}")]
    [TestCase("hyperactor-wire 1\nmessage a\n{|HYP8003:  A: int -> |}x -> y")]
    public async Task Reported(string @lock)
    {
        // A line is reported as a whole.
        var whole = string.Join('\n', @lock.Split('\n').Select(static l => l.Contains("{|", StringComparison.Ordinal)
            ? "{|HYP8003:" + l.Replace("{|HYP8003:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal) + "|}"
            : l));
        await WireRun.Check(whole, Source);
    }

    [Test]
    public async Task Messages_tell_what_is_wrong() => Assert.That(
        await WireRun.Check("{|HYP8003:hyperactor-wire 7|}", Source),
        Is.EqualTo(["This lock cannot be read: it is of format '7', and only format 1 is known here; update Hyperactor"]));

    [TestCase("hyperactor-wire 1\nmessage order\n  A: int\n  B: string [required]")]
    [TestCase("\r\n# remark\r\nhyperactor-wire 1\r\nmessage order\r\n  A: int\r\n  B: string [required]\r\n")]
    [TestCase("hyperactor-wire 1\nmessage \"order\"\n  A: \"\\u0069nt\"\n  B: string [required]")]
    public async Task Not_reported(string @lock) => await WireRun.Check(@lock, Source);

    // Whoever starts with an empty file is told what is missing, not that it is empty.
    [TestCase("")]
    [TestCase("\n  \n# remark\n")]
    public async Task Empty_lock_is_a_lock(string @lock)
    {
        var reports = await WireRun.Reports(@lock, Source);
        Assert.That(reports.Select(static r => r.Id), Is.EqualTo(["HYP8002"]));
    }
}
