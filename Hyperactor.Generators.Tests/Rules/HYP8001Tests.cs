namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP8001Tests
{
    private const string Order = "message order\n  A: int\n  B: string [required]";

    // Members.
    [TestCase("message order\n  A: int\n  B: string [required]\n  C: int", "[Named(\"order\")] public partial record {|HYP8001:Order|}(int A, string B);")]
    [TestCase(Order, "[Named(\"order\")] public partial record Order(string B, int {|HYP8001:A|});")]
    [TestCase(Order, "[Named(\"order\")] public partial record Order(int A, int? {|HYP8001:X|}, string B);")]
    [TestCase(Order, "[Named(\"order\")] public partial record Order(long {|HYP8001:A|}, string B);")]
    [TestCase(Order, "[Named(\"order\")] public partial record Order(int A, string? {|HYP8001:B|});")]
    [TestCase(Order, "[Named(\"order\")] public partial record Order(int A, string B, string {|HYP8001:C|});")]
    [TestCase("message order\n  A: string [optional]", "[Named(\"order\")] public partial record Order(string {|HYP8001:A|});")]
    [TestCase("message order\n  A: string [required default]", "[Named(\"order\")] public partial record Order(string {|HYP8001:A|});")]
    [TestCase("message order\n  A: PortRef<int> [required include]", "[Named(\"order\"), Bind, Unbind] public partial record Order(PortRef<int> {|HYP8001:A|});")]
    [TestCase("message pair <T>\n  A: T [open]", "[Named(\"pair\")] public partial record Pair<T>(T A, T {|HYP8001:B|});")]
    [TestCase("message pair <T>\n  A: List<T> [required]", "[Named(\"pair\")] public partial record Pair<X>(X[] {|HYP8001:A|});")]
    public async Task Member_is_reported(string @lock, string source) => await WireRun.Check(@lock, source);

    // An older reader cannot skip what is new within another value.
    [TestCase("message item\n  A: string [required]\nmessage order\n  I: item [required]", "item [required]")]
    [TestCase("message item\n  A: string [required]\nmessage order\n  I: Dictionary<int, item[]> [required]", "many")]
    public async Task Appended_member_of_what_others_hold_is_reported(string @lock, string held) => await WireRun.Check(
        @lock,
        "[Named(\"item\")] public partial record Item(string A, int? {|HYP8001:B|} = null); [Named(\"order\")] public partial record Order("
        + (held == "many" ? "Dictionary<int, Item[]>" : "Item") + " I);");

    [TestCase("actor a\n  M: a.M [call castable] -> List<item>\nbits a.M\nmessage item\n  A: string [required]")]
    public async Task Appended_member_of_items_of_a_reply_is_reported(string @lock) => await WireRun.Check(
        @lock,
        """
        [Named("item")] public partial record Item(string A, int? {|HYP8001:B|} = null);
        [Named("a"), Export] public partial class A : Actor { [Handler] ValueTask<List<Item>> M() => default; }
        """);

    // Bytes in memory.
    [TestCase("bits p\n  X: int", "[Named(\"p\")] public partial record struct P(int X, int {|HYP8001:Y|});")]
    [TestCase("bits p\n  X: int\n  Y: int", "[Named(\"p\")] public partial record struct {|HYP8001:P|}(int X);")]
    [TestCase("bits p\n  X: int\n  Y: int", "[Named(\"p\")] public partial record struct P(int {|HYP8001:Y|}, int X);")]
    [TestCase("bits p\n  X: int", "[Named(\"p\")] public partial record struct P(uint {|HYP8001:X|});")]
    [TestCase("bits p\n  X: int", "[Named(\"p\")] public partial record struct {|HYP8001:P|}(int X, string Y);")]
    [TestCase("bits p\n  X: byte\n  Y: int", "[Named(\"p\"), System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Sequential, Pack = 1)] public partial record struct {|HYP8001:P|}(byte X, int Y);")]
    [TestCase("bits P\n  X: int\nmessage m\n  P: P\n  S: string [optional]", "public struct P { public long {|HYP8001:X|}; } [Named(\"m\")] public partial record M(P P, string? S);")]
    public async Task Memory_is_reported(string @lock, string source) => await WireRun.Check(@lock, source);

    // Enums.
    [TestCase("enum e: int\n  A = 0", "[Named(\"e\")] public enum {|HYP8001:E|} : byte { A }")]
    [TestCase("enum e: int\n  A = 0\n  B = 1", "[Named(\"e\")] public enum E { {|HYP8001:B|}, {|HYP8001:A|} }")]
    [TestCase("enum e: int\n  A = 0\n  B = 1", "[Named(\"e\")] public enum {|HYP8001:E|} { A }")]
    [TestCase("enum E: int\n  A = 0\n  B = 1\nmessage m\n  E: E\n  S: string [optional]", "public enum {|HYP8001:E|} { A } [Named(\"m\")] public partial record M(E E, string? S);")]
    public async Task Enum_is_reported(string @lock, string source) => await WireRun.Check(@lock, source);

    // Handlers.
    [TestCase("actor a\n  M: a.M [one-way castable]\n  N: a.N [one-way castable]\nbits a.M\nbits a.N", "[Named(\"a\"), Export] public partial class {|HYP8001:A|} : Actor { [Handler] void M() { } }")]
    [TestCase("actor a\n  M: a.M [one-way castable]\nbits a.M", "[Named(\"a\"), Export] public partial class A : Actor { [Handler] ValueTask {|HYP8001:M|}() => default; }")]
    [TestCase("actor a\n  M: a.M [acknowledged castable]\nbits a.M", "[Named(\"a\"), Export] public partial class A : Actor { [Handler] ValueTask<int> {|HYP8001:M|}() => default; }")]
    [TestCase("actor a\n  M: a.M [call castable] -> int\nbits a.M", "[Named(\"a\"), Export] public partial class A : Actor { [Handler] ValueTask<long> {|HYP8001:M|}() => default; }")]
    [TestCase("actor a\n  M: a.M [one-way castable]\nmessage a.M\n  P: PortRef<int> [required include]", "[Named(\"a\"), Export] public partial class A : Actor { [Handler] void {|HYP8001:M|}([Include] PortRef<int> p) { } }")]
    [TestCase("actor a\n  M: a.M [one-way castable]\nbits a.M\n  X: int", "[Named(\"a\"), Export] public partial class A : Actor { [Handler] void M(long {|HYP8001:x|}) { } }")]
    [TestCase("actor a\n  M: a.M [one-way castable]\nmessage a.M\n  X: string [required]", "[Named(\"a\"), Export] public partial class A : Actor { [Handler] void M(string x, string {|HYP8001:y|}) { } }")]
    [TestCase("actor a [spawn]\nbits a.Spawn", "[Named(\"a\"), Export] public partial class {|HYP8001:A|} : Actor;")]
    [TestCase("actor a [spawn]\nbits a.Spawn\n  X: int", "[Named(\"a\"), Export(Spawn = true)] public partial class A(long {|HYP8001:x|}) : Actor { public long X => x; }")]
    [TestCase("protocol i\n  M: i.M [one-way castable]\nbits i.M", "[Named(\"i\"), Handler] public partial interface I { ValueTask {|HYP8001:M|}(); }")]
    [TestCase("protocol i\n  M: i.M [one-way castable]\nbits i.M", "[Named(\"i\"), Handler] public partial interface {|HYP8001:I|};")]
    [TestCase("reducer r: int", "[Named(\"r\")] public partial struct {|HYP8001:R|} : IReducer<long> { public static long Combine(long a, long b) => a; }")]
    public async Task Handler_is_reported(string @lock, string source) => await WireRun.Check(@lock, source);

    // Unions: a case is told by its place.
    [TestCase("union u\n  A: u.A\n  B: u.B\nmessage u.A\nmessage u.B", "[Named(\"u\")] public abstract partial record U { public sealed partial record B : U; public sealed partial record {|HYP8001:A|} : U; }")]
    [TestCase("union u\n  A: u.A\nmessage u.A", "[Named(\"u\")] public abstract partial record U { public sealed partial record {|HYP8001:X|} : U; public sealed partial record A : U; }")]
    [TestCase("union u\n  A: u.A\nmessage u.A\n  S: string [optional]", "[Named(\"u\")] public abstract partial record U { public sealed partial record A(string? S, int? {|HYP8001:New|}) : U; }")]
    [TestCase("union u\n  A: u.A\nmessage u.A\nprotocol u\n  A: u.A [one-way castable]\n  U: u [one-way]", "[Named(\"u\"), Handler] public abstract partial record U { public sealed partial record {|HYP8001:A|}([Reply] OncePortRef<int> {|HYP8001:R|}) : U; }")]
    [TestCase("message m\n  S: string [optional]\n  R: OncePortRef<int> [reply]", "[Named(\"m\")] public partial record M(string? S, OncePortRef<int> {|HYP8001:R|});")]
    public async Task Union_is_reported(string @lock, string source) => await WireRun.Check(@lock, source);

    [Test]
    public async Task Case_that_is_gone_is_reported() => await WireRun.Check(
        "union u\n  A: u.A\n  B: u.B\nmessage u.A\nmessage u.B",
        "[Named(\"u\")] public abstract partial record {|HYP8001:U|} { public sealed partial record A : U; }");

    // Layouts.
    [TestCase("message m [tolerant]\n  S: string [optional]", "[Named(\"m\")] public partial record {|HYP8001:M|}(string? S);")]
    [TestCase("message m\n  S: string [optional]", "[Named(\"m\", VersionTolerant = true)] public partial record {|HYP8001:M|}(string? S);")]
    [TestCase("message m [tolerant]\n  S: string [optional]", "[Named(\"m\", VersionTolerant = true)] public partial record M(string? S, string {|HYP8001:T|});")]
    [TestCase("message p <T> [memory]\n  A: T [open]", "[Named(\"p\")] public partial record struct P<T>(T A, int {|HYP8001:B|});")]
    public async Task Layout_is_reported(string @lock, string source) => await WireRun.Check(@lock, source);

    // What is gone has no place in the source.
    [TestCase("{|HYP8001:message order|}\n  A: int\n  B: string [required]")]
    [TestCase("{|HYP8001:actor a|}\n  M: a.M [one-way castable]\nbits a.M")]
    [TestCase("{|HYP8001:protocol i|}")]
    [TestCase("{|HYP8001:reducer r: int|}")]
    [TestCase("{|HYP8001:enum E: int|}\n  A = 0")]
    public async Task What_is_gone_is_reported_in_the_lock(string @lock) => await WireRun.Check(@lock, "public class Other;");

    [Test]
    public async Task Messages_tell_who_breaks_and_what_to_do()
    {
        var messages = await WireRun.Check(
            "{|HYP8001:message order|}\n  A: int\n  B: string [required]\nenum e: int\n  A = 0\nmessage m\n  A: string [required]",
            """
            [Named("e")] public enum E { {|HYP8001:A|} = 3 }
            [Named("m")] public partial record M(string A, string {|HYP8001:B|});
            [Named("order2")] public partial record {|HYP8002:Order|}(int A, string B);
            """);
        Assert.That(messages, Is.EqualTo([
            "'e.A' was 0 and is 3: older peers take one value for another; keep the number, or accept the change in Hyperactor.wire.txt",
            "'m.B' is new and must be there: what older senders write does not have it and is refused; let it be null, or give it a default, or accept the change in Hyperactor.wire.txt",
            "Message 'order2' is new; accept the change in Hyperactor.wire.txt",
            "Message 'order' is gone: older peers still send it and wait for it; if it is 'order2' now, keep its name with [Named(\"order\")], or accept the change in Hyperactor.wire.txt",
        ]));
    }

    [TestCase("message order\n  A: int\n  B: string [required]", "[Named(\"order\")] public partial record Order(int A, string B);")]
    [TestCase("message m\n  A: string [required default]", "[Named(\"m\")] public partial record M(string A = \"a\");")]
    [TestCase("bits p\n  _x: int\n  Y: byte", "[Named(\"p\")] public partial struct P { private int _x; public byte Y; public int X => _x; }")]
    [TestCase("message pair <A, B>\n  First: A [open]\n  Second: B [optional default]", "[Named(\"pair\")] public partial record Pair<A, B>(A First, B? Second = default);")]
    [TestCase("enum e: int\n  A = 0\n  B = 7", "[Named(\"e\")] public enum E { B = 7, A = 0 }")]
    [TestCase("actor a\n  N: a.N [call castable] -> int\n  M: a.M [one-way castable]\nbits a.M\nbits a.N", "[Named(\"a\"), Export] public partial class A : Actor { [Handler] ValueTask<int> N() => default; [Handler] void M() { } }")]
    [TestCase("union u\n  A: u.A\n  B: b\nmessage u.A\n  R: OncePortRef<int> [reply]\nmessage b", "[Named(\"u\")] public abstract partial record U { public sealed partial record A([Reply] OncePortRef<int> R) : U; [Named(\"b\")] public sealed partial record B : U; }")]
    [TestCase("# nothing", "public class Other; public enum E { A } public struct S { public int X; }")]
    public async Task Not_reported(string @lock, string source) => await WireRun.Check(@lock, source);

    [Test]
    public async Task Not_reported_without_a_lock() =>
        await RuleRun.Check("[Named(\"order\")] public partial record Order(int A, string B);");

    // The other rule says it all.
    [Test]
    public async Task Not_reported_of_what_is_in_error() => await WireRun.Check(
        "message order\n  A: int\n  B: string [required]",
        "[Named(\"order\")] public record {|HYP1001:Order|}(int A, string B);");
}
