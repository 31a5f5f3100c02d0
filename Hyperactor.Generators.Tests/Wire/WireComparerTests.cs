using CsCheck;
using Hyperactor.Generators.Model;
using Hyperactor.Generators.Wire;

namespace Hyperactor.Generators.Tests.Wire;

public sealed class WireComparerTests
{
    [Test]
    public void Nothing_changes_between_the_same() =>
        WireModels.Model.Sample(static model => WireComparer.Compare(model, model).Count == 0);

    [Test]
    public void Whatever_differs_is_reported() => Gen.Select(WireModels.Model, WireModels.Model).Sample(static (a, b) =>
        (WireComparer.Compare(a, b).Count == 0) == (a == b));

    [Test]
    public void Whatever_differs_of_one_entry_is_reported() =>
        Gen.Select(WireModels.Entry, WireModels.Entry).Sample(static (a, b) =>
        {
            var (before, now) = (WireModel.Of([a]), WireModel.Of([b with { }]));
            return (WireComparer.Compare(before, now).Count == 0) == (before == now);
        });

    [Test]
    public void From_nothing_nobody_breaks() => WireModels.Model.Sample(static model =>
        WireComparer.Compare(WireModel.Empty, model).All(static c => !c.Breaks));

    [Test]
    public void To_nothing_everybody_breaks() => WireModels.Model.Sample(static model =>
        WireComparer.Compare(model, WireModel.Empty).All(static c => c.Breaks));

    [Test]
    public void Accepting_key_by_key_leads_to_the_code() => Gen.Select(WireModels.Model, WireModels.Model).Sample(static (locked, current) =>
    {
        for (var i = 0; i < 40; i++)
        {
            if (WireComparer.Compare(locked, current) is not [var change, ..])
            {
                return locked == current;
            }

            locked = WireAcceptance.Accept(locked, current, change.Key);
        }

        return false;
    });

    // A model of its own: what an older reader makes of a new value, by the rules of the codecs.
    [Test]
    public void Appended_members_break_exactly_if_a_reader_refuses() =>
        Gen.Select(WireModels.Message, Gen.Bool, Gen.Int[0, 4]).Sample(static (entry, held, presence) =>
        {
            string[] marks = presence switch
            {
                0 => [],
                1 => [WireMarks.Optional],
                2 => [WireMarks.Required],
                3 => [WireMarks.Required, WireMarks.Default],
                _ => [WireMarks.Open],
            };
            var before = entry with { Uri = "m", Facts = entry.Facts.Where(static f => f.Type != "m").ToEquatable() };
            before = new(before.Kind, "m", before.Parameters, before.Type, before.Marks, before.Facts);
            var now = before with { Facts = before.Facts.Append(new("Appended", "x", new(marks), null)).ToEquatable() };
            var holder = new WireEntry(
                WireKind.Message, "holder", default, null, default, new([new("Member", held ? "List<m>" : "PortRef<m>", default, null)]));
            var newReaderRefuses = marks is [WireMarks.Required] or [WireMarks.Open];
            var isTolerant = before.Marks.Contains(WireMarks.Tolerant);
            var oldReaderRefuses = before.Marks.Contains(WireMarks.Memory) || (held && !isTolerant) || (!isTolerant && before.Facts.Any(static f => f.Type.Split('<', '>', ' ', ',', '(', ')', '[', ']', '?').Contains("m")));
            var changes = WireComparer.Compare(WireModel.Of([before, holder]), WireModel.Of([now, holder]));
            return changes.Count == 1 && changes[0].Fact == "Appended" && changes[0].Breaks == (newReaderRefuses || oldReaderRefuses);
        });

    [TestCase(WireMarks.Tolerant)]
    [TestCase(WireMarks.Memory)]
    public void Another_layout_breaks(string mark)
    {
        var plain = new WireEntry(WireKind.Message, "m", default, null, default, new([new("A", "int", default, null)]));
        var marked = plain with { Marks = new([mark]) };
        Assert.That(WireComparer.Compare(WireModel.Of([plain]), WireModel.Of([marked])).Single().Breaks, Is.True);
        Assert.That(WireComparer.Compare(WireModel.Of([marked]), WireModel.Of([plain])).Single().Breaks, Is.True);
    }

    [Test]
    public void Cases_may_be_appended_also_to_unions_that_are_held()
    {
        var union = new WireEntry(WireKind.Union, "u", default, null, default, new([new("A", "u.A", default, null)]));
        var holder = new WireEntry(WireKind.Message, "m", default, null, default, new([new("U", "u", default, null)]));
        var more = union with { Facts = union.Facts.Append(new("B", "u.B", default, null)).ToEquatable() };
        Assert.That(WireComparer.Compare(WireModel.Of([union, holder]), WireModel.Of([more, holder])).Single().Breaks, Is.False);
        Assert.That(WireComparer.Compare(WireModel.Of([more, holder]), WireModel.Of([union, holder])).Single().Breaks, Is.True);
    }

    [Test]
    public void Members_that_change_places_break() => WireModels.Message.Where(static m => m.Facts.Count > 1).Sample(static entry =>
    {
        var now = entry with { Facts = entry.Facts.Reverse().ToEquatable() };
        return WireComparer.Compare(WireModel.Of([entry]), WireModel.Of([now])).Any(static c => c.Breaks);
    });

    [Test]
    public void A_member_that_is_gone_breaks() => Gen.Select(WireModels.Message.Where(static m => m.Facts.Count > 0), Gen.Int[0, 100])
        .Sample(static (entry, at) =>
        {
            var now = entry with { Facts = entry.Facts.Where((_, i) => i != at % entry.Facts.Count).ToEquatable() };
            return WireComparer.Compare(WireModel.Of([entry]), WireModel.Of([now])).Any(static c => c.Breaks);
        });
}
