using Microsoft.CodeAnalysis.CodeFixes;

namespace Hyperactor.Generators.Tests.Rules;

/// <summary>The fix of HYP8001, which changes the lock.</summary>
public sealed class HYP8001FixTests
{
    private const string Two =
        "[Named(\"a\")] public partial record A(long X, string? Y); [Named(\"b\")] public partial record B(long X, string? Y);";

    private const string TwoLocked =
        "message a\n  X: int\n  Y: string [optional]\n\nmessage b\n  X: int\n  Y: string [optional]";

    [Test]
    public async Task Accepts_one() => Assert.That(
        await WireRun.Fix(TwoLocked, Two),
        Does.EndWith("message a\n  X: long\n  Y: string [optional]\n\nmessage b\n  X: int\n  Y: string [optional]\n"));

    [Test]
    public async Task Accepts_all() => Assert.That(
        await WireRun.Fix(TwoLocked, Two, "Accept all changes of the assembly"),
        Does.EndWith("message a\n  X: long\n  Y: string [optional]\n\nmessage b\n  X: long\n  Y: string [optional]\n"));

    [Test]
    public async Task Accepts_what_is_gone() => Assert.That(
        await WireRun.Fix("message a\n  X: string [required]\n\nmessage b", "[Named(\"a\")] public partial record A(string X);"),
        Does.EndWith("\n\nmessage a\n  X: string [required]\n"));

    [Test]
    public async Task Accepts_a_handler_with_its_message() => Assert.That(
        await WireRun.Fix(
            "actor a\n  Old: a.Old [one-way castable]\n\nbits a.Old",
            "[Named(\"a\"), Export] public partial class A : Actor { [Handler] void New(string x) { } }"),
        Does.EndWith("\n\nactor a\n  New: a.New [one-way castable]\n\nmessage a.New\n  X: string [required]\n"));

    [Test]
    public async Task Keeps_the_ends_of_lines() => Assert.That(
        (await WireRun.Fix("hyperactor-wire 1\r\n", "[Named(\"a\")] public partial record A(string X);")).Replace("\r\n", "", StringComparison.Ordinal),
        Does.Not.Contain("\n"));

    [TestCase(FixAllScope.Document)]
    [TestCase(FixAllScope.Project)]
    [TestCase(FixAllScope.Solution)]
    public async Task Accepts_all_of_a_scope(FixAllScope scope) => Assert.That(
        await WireRun.FixAll(TwoLocked, Two, scope),
        Does.EndWith("message a\n  X: long\n  Y: string [optional]\n\nmessage b\n  X: long\n  Y: string [optional]\n"));

    [Test]
    public async Task What_is_gone_is_no_part_of_a_file() => Assert.That(
        await WireRun.FixAll(TwoLocked + "\n\nmessage c\n", Two, FixAllScope.Document), Does.EndWith("\n\nmessage c\n"));

    [Test]
    public async Task What_was_accepted_is_not_reported()
    {
        const string source =
            """
            public enum Color : byte { Red = 1, Green = 4 }
            public struct Point { public int X; public Color C; }
            [Named("pair")] public partial record Pair<TFirst, TSecond>(TFirst First, List<TSecond> Second);
            [Named("slot")] public partial record struct Slot(DateTime From, bool Late, Point At);
            [Named("note"), Bind, Unbind] public partial record Note(string Text, Slot? When, Pair<int, Slot>? Pair, [Include] PortRef<Color> Reply, int Times = 3);
            [Named("sum")] public partial struct Sum : IReducer<Note> { public static Note Combine(Note a, Note b) => a; }
            [Named("i"), Handler] public partial interface I { void Add(string item); ValueTask<List<Slot>> List(); }
            [Export(typeof(I), Spawn = true), Named("a")] public partial class A(string name, int size = 3) : Actor, I
            {
                public void Add(string item) { }
                public ValueTask<List<Slot>> List() => default;
                [Handler] void On(Context context, Note note) { }
                [Handler(Cast = true)] ValueTask Save(CancellationToken stopping) => default;
                public string Name => name + size;
            }
            """;
        var @lock = await WireRun.Lock(source);
        Assert.That(await WireRun.Check(@lock, source), Is.Empty);
        Assert.That(@lock, Is.EqualTo(
            """
            enum Color: byte
              Red = 1
              Green = 4

            bits Point
              X: int
              C: Color

            actor a [spawn]
              Save: a.Save [acknowledged castable]
              Add: i.Add [one-way castable]
              List: i.List [call castable] -> List<slot>
              On: note [one-way]

            bits a.Save

            message a.Spawn
              Name: string [required]
              Size: int [default]

            protocol i
              Add: i.Add [one-way castable]
              List: i.List [call castable] -> List<slot>

            message i.Add
              Item: string [required]

            bits i.List

            message note
              Text: string [required]
              When: slot?
              Pair: pair<int, slot> [optional]
              Reply: PortRef<Color> [required include]
              Times: int [default]

            message pair <TFirst, TSecond>
              First: TFirst [open]
              Second: List<TSecond> [required]

            bits slot
              From: DateTime
              Late: bool
              At: Point

            reducer sum: note
            """));
    }
}
