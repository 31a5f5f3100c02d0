namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP8002Tests
{
    private const string Order = "message order\n  A: int\n  B: string [required]";

    [TestCase("", "[Named(\"order\")] public partial record {|HYP8002:Order|}(int A, string B);")]
    [TestCase(Order, "[Named(\"order\")] public partial record Order(int A, string B, string? {|HYP8002:C|});")]
    [TestCase(Order, "[Named(\"order\")] public partial record Order(int A, string B, int {|HYP8002:C|});")]
    [TestCase(Order, "[Named(\"order\")] public partial record Order(int A, string B, string {|HYP8002:C|} = \"c\");")]
    [TestCase(Order, "[Named(\"order\")] public partial record Order(int {|HYP8002:Count|}, string B);")]
    [TestCase(Order, "[Named(\"order\")] public partial record Order(int A, string {|HYP8002:B|} = \"b\");")]
    [TestCase("message m\n  A: int? [default]\n  S: string [optional]", "[Named(\"m\")] public partial record M(int? {|HYP8002:A|}, string? S);")]
    [TestCase("bits p\n  X: int", "[Named(\"p\")] public partial record struct P(int {|HYP8002:Y|});")]
    [TestCase("enum e: int\n  A = 0", "[Named(\"e\")] public enum E { A, {|HYP8002:B|} }")]
    [TestCase("enum e: int\n  A = 0", "[Named(\"e\")] public enum E { {|HYP8002:Z|} }")]
    [TestCase("message pair <A>\n  First: A [open]", "[Named(\"pair\")] public partial record {|HYP8002:Pair|}<T>(T First);")]
    [TestCase("message m\n  S: string [optional]", "public enum {|HYP8002:E|} { A } [Named(\"m\")] public partial record M(string? S, E {|HYP8002:E|});")]
    [TestCase("actor a\n  M: a.M [one-way castable]\nbits a.M", "[Named(\"a\"), Export] public partial class A : Actor { [Handler] void M() { } [Handler] void {|HYP8002:N|}(string x) { } }")]
    [TestCase("actor a\n  M: m [one-way castable]\nmessage m", "[Named(\"m\")] public partial record M; [Named(\"a\"), Export] public partial class A : Actor { [Handler] void {|HYP8002:On|}(M m) { } }")]
    [TestCase("actor a\n  M: a.M [one-way]\nmessage a.M\n  P: PortRef<int> [required include]", "[Named(\"a\"), Export] public partial class A : Actor { [Handler(Cast = true)] void {|HYP8002:M|}([Include] PortRef<int> p) { } }")]
    [TestCase("message i [tolerant]\n  S: string [optional]\nmessage m\n  I: i [required]", "[Named(\"i\", VersionTolerant = true)] public partial record I(string? S, int {|HYP8002:N|}); [Named(\"m\")] public partial record M(I I);")]
    [TestCase("union u\n  A: u.A\nmessage u.A", "[Named(\"u\")] public abstract partial record U { public sealed partial record A : U; public sealed partial record {|HYP8002:B|} : U; }")]
    [TestCase("message m\n  S: string [optional]", "[Named(\"m\"), Handler] public partial record {|HYP8002:M|}(string? S);")]
    [TestCase("actor a", "[Named(\"a\"), Export(Spawn = true)] public partial class {|HYP8002:A|}(int x) : Actor { public int X => x; }")]
    public async Task Reported(string @lock, string source)
    {
        var messages = await WireRun.Check(@lock, source);
        Assert.That(messages, Has.All.EndsWith("; accept the change in Hyperactor.wire.txt"));
    }

    [Test]
    public async Task Messages_say_what_is_new() => Assert.That(
        await WireRun.Check(
            Order, "[Named(\"order\")] public partial record Order(int {|HYP8002:Count|}, string B, int? {|HYP8002:C|} = 3);"),
        Is.EqualTo([
            "'order.Count' was called 'A': its bytes are what they were, but its JSON is not, and older peers do not find it there; accept the change in Hyperactor.wire.txt",
            "'order.C' is new; accept the change in Hyperactor.wire.txt",
        ]));

    // What travels as it is need not be the same text.
    [TestCase("  # a remark\n\nmessage order   \n  A: int\n\n  # another\n  B: string [required]", "[Named(\"order\")] public partial record Order(int A, string B);")]
    [TestCase("message order\n  A: int\n  B: string [required]", "[Named(\"order\")] public partial record Order(int A, string B) { public int Sum => A; private int C { get; set; } }")]
    [TestCase("# nothing", "[Export] public partial record struct NoActor; public partial class Local : Actor { [Handler] void M(int x) { } }")]
    [TestCase("message order\n  When: System.DayOfWeek\n  S: string [optional]", "[Named(\"order\")] public partial record Order(DayOfWeek When, string? S);")]
    public async Task Not_reported(string @lock, string source)
    {
        var reports = await WireRun.Reports("hyperactor-wire 1\n" + @lock, source);
        Assert.That(reports.Where(static r => r.Id.StartsWith("HYP8", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task Order_of_files_and_declarations_does_not_count()
    {
        const string first = "[Named(\"b\")] public partial record B(string X); [Named(\"a\")] public partial record A(B Y);";
        const string second = "[Named(\"a\")] public partial record A(B Y); [Named(\"b\")] public partial record B(string X);";
        Assert.That(await WireRun.Lock(first), Is.EqualTo(await WireRun.Lock(second)));
    }
}
