namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP2001Tests
{
    [TestCase("object")]
    [TestCase("Plain")]
    [TestCase("IEnumerable<object>")]
    [TestCase("PriorityQueue<int, int>")]
    [TestCase("IAsyncEnumerable<int>")]
    [TestCase("Lazy<int>")]
    [TestCase("Func<int>")]
    [TestCase("Type")]
    [TestCase("Exception")]
    [TestCase("MemoryStream")]
    [TestCase("Task<int>")]
    [TestCase("System.Numerics.Vector<int>")]
    [TestCase("Unit[]")]
    [TestCase("List<Unit>")]
    [TestCase("Memory<object>")]
    [TestCase("Padded")]
    [TestCase("(Padded, int)")]
    [TestCase("HashSet<object>")]
    [TestCase("KeyValuePair<int, object>")]
    [TestCase("Use<object>")]
    [TestCase("Use<Plain[]>")]
    [TestCase("Plain<int>")]
    [TestCase("Endless<int>")]
    [TestCase("Nest<int>.Inner")]
    [TestCase("List<Plain>")]
    [TestCase("Dictionary<string, object>")]
    [TestCase("ReadOnlyMemory<string>")]
    [TestCase("int[,,]")]
    [TestCase("object[,]")]
    [TestCase("nint")]
    [TestCase("(string, int, int, int, int, int, int, int, int)")]
    [TestCase("Action")]
    [TestCase("PortRef<Plain>")]
    [TestCase("Task")]
    [TestCase("Stream")]
    [TestCase("Held")]
    [TestCase("(int, Held)")]
    [TestCase("Held?")]
    [TestCase("ReadOnlyMemory<Held>")]
    [TestCase("Use<Held>")]
    [TestCase("Deep")]
    [TestCase("Kept")]
    [TestCase("Native")]
    [TestCase("Packed")]
    [TestCase("ReadOnlyMemory<int?>")]
    [TestCase("dynamic")]
    public async Task Reported(string type)
    {
        var (messages, hints) = await RuleRun.Check(
            $$"""
            using System.IO;
            public sealed class Plain;
            public sealed class Plain<T>;
            public readonly record struct Held(bool X);
            public struct Deep { private (int, Inner?) _x; private struct Inner { public DateTimeOffset At; } }
            public struct Kept(decimal x) { public decimal X => x; }
            public struct Padded { private int _x; private byte _y; }
            public struct Native { public int X; private nint _y; }
            [MemoryPack.MemoryPackable] public partial struct Packed { public bool X; }
            [Named] public sealed partial record Use<T>(T Value);
            [Named] public sealed partial record Endless<T>(Endless<List<T>>? Next);
            public static partial class Nest<T> { public sealed class Inner; }
            [Named] public sealed partial record M({{type}} {|HYP2001:Value|});
            [Export] public partial class A : Actor
            {
                [Handler] void Take({{type}} {|HYP2001:value|}) { }
                [Handler] ValueTask<{{type}}> {|HYP2001:Give|}() => throw new Exception();
                [Handler] void Good() { }
            }
            """);
        Assert.That(messages, Has.Count.EqualTo(3));
        Assert.That(messages[0], Does.StartWith("'M.Value' of type '").And.Contain(";"));
        Assert.That(hints, Does.Not.Contain("M.Codec.g.cs").And.Contain("A.Client.g.cs"));
    }

    [TestCase("public partial class Outer<T> { [Named] public partial record M(object {|HYP2001:X|}); }")]
    [TestCase("[assembly: {|HYP2001:RegisterType(typeof(Outer<Action>.M))|}] public partial class Outer<T> { [Named] public partial record M(T X); }")]
    [TestCase("[assembly: {|HYP2001:RegisterType(typeof(Outer<>.M))|}] public partial class Outer<T> { [Named] public partial record M(T X); }")]
    [TestCase("[Named] public partial record M<T>(object {|HYP2001:X|}, T Y);")]
    [TestCase("[Named] public partial record M<T>(ReadOnlyMemory<T> {|HYP2001:X|});")]
    [TestCase("[assembly: {|HYP2001:RegisterType(typeof(R<Action>))|}] [Named] public partial struct R<T> : IReducer<T> { public static T Combine(T a, T b) => a; }")]
    [TestCase("[assembly: {|HYP2001:RegisterType(typeof(object))|}]")]
    [TestCase("[assembly: {|HYP2001:RegisterType(typeof(List<>))|}]")]
    [TestCase("[assembly: {|HYP2001:RegisterType(typeof(M<>))|}] [Named] public partial record M<T>(T X);")]
    [TestCase("[assembly: {|HYP2001:RegisterType(typeof(M<Action>))|}] [Named] public partial record M<T>(T X);")]
    [TestCase("[assembly: {|HYP2001:RegisterType(typeof(M[]))|}] file enum M { X }")]
    [TestCase("public partial class Outer { [Named] private partial record {|HYP2001:M|}(int X); }")]
    [TestCase("[Named] public partial struct {|HYP2001:R|} : IReducer<object> { public static object Combine(object a, object b) => a; }")]
    [TestCase("[Export] public partial class A : Actor { [Handler] void M(ReadOnlySpan<int> {|HYP2001:x|}) { } }")]
    [TestCase("public partial class A : Actor { [Handler] void M(ReadOnlySpan<int> {|HYP2001:x|}) { } }")]
    [TestCase("[Export(Spawn = true)] public partial class A(object {|HYP2001:o|}) : Actor { object O => o; }")]
    [TestCase("[Export] public partial class A : Actor { [Handler] void M() { } [Handler] void N(PortRef<MMessage> {|HYP2001:p|}) { } }")]
    [TestCase("[Named] public partial struct M(bool {|HYP2001:x|}) { public bool X => x; }")]
    [TestCase("[Named] public partial struct M(bool {|HYP2001:x|}) { public bool Is() { return x; } }")]
    [TestCase("[Named] public partial struct M { public bool {|HYP2001:X|} { get => !field; set; } }")]
    [TestCase("[Named] public partial struct M { public bool {|HYP2001:X|} { get { return field; } set; } }")]
    [TestCase("[Named] public partial struct M : IX { bool IX.{|HYP2001:X|} { get; } } public interface IX { bool X { get; } }")]
    [TestCase("[Named] public unsafe partial struct M { public fixed bool {|HYP2001:X|}[4]; }")]
    [TestCase("[Named] public unsafe partial struct M { public int* {|HYP2001:X|}; }")]
    [TestCase("[Named] public partial struct M { public nint {|HYP2001:X|}; }")]
    [TestCase("[Named] public partial struct M { private Held {|HYP2001:_x|}; } public struct Held { public bool X; }")]
    [TestCase("[Named, System.Runtime.CompilerServices.InlineArray(4)] public partial struct {|HYP2001:M|} { private bool _x; }")]
    [TestCase(
        "[Named, System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Explicit)] "
        + "public partial struct {|HYP2001:M|} { [System.Runtime.InteropServices.FieldOffset(0)] public bool X; }")]
    [TestCase("[Named] public partial struct M<T>(T X) { private readonly T {|HYP2001:Y|} { get => Z(field); } T Z(T y) => y; }")]
    [TestCase("[Named] public partial struct M(int {|HYP2001:x|}, byte y) { public int X => x; public byte Y => y; }")]
    [TestCase("[Named] public unsafe partial struct M { public int X; public fixed byte {|HYP2001:Y|}[3]; }")]
    [TestCase("[Named] public partial struct M { public byte {|HYP2001:X|} { get => (byte)~field; set; } public int Y; }")]
    [TestCase("[Named] public struct {|HYP2001:M|} { private byte _x; public int Y; }")]
    [TestCase("[Named] public partial struct M { private Held {|HYP2001:_x|}; } public struct Held { private byte _x; public int Y; }")]
    [TestCase("[Named(VersionTolerant = true)] public partial struct {|HYP2001:M|} { public int X; }")]
    [TestCase("[Named(VersionTolerant = true)] public partial struct {|HYP2001:M|}<T> { public T X; }")]
    [TestCase("[Named, MemoryPack.MemoryPackable] public partial struct {|HYP2001:M|} { public bool X; }")]
    [TestCase("[Named] public readonly record struct {|HYP1001:M|}(bool X);")]
    public async Task Reported_elsewhere(string source) => await RuleRun.Check(source);

    [TestCase("[Named] public partial struct M(bool x) { public bool X { get; } = x; }")]
    [TestCase("[Named] public partial struct M(bool x) { private readonly bool _x = x; public int Y => _x ? 1 : 2; }")]
    [TestCase("[Named] public partial struct M { public bool X { get => field; set; } }")]
    [TestCase("[Named] public partial struct M { public int X; private Held? _y; } [Named] public partial struct Held { private bool _x; }")]
    [TestCase("[Named] public readonly record struct M(int X, Free Y); public readonly struct Free { readonly System.Numerics.Complex _x; }")]
    [TestCase("[Named] public partial record struct M(Index X, Range Y, System.Drawing.Point Z, Guid[] More);")]
    [TestCase("[Named] public partial record struct @class(bool @in, (bool @is, DateTime?) @out);")]
    [TestCase("[Named] public partial record struct M<T>(T X, (T, bool)? Y, M<T>[] Z);")]
    [TestCase("[Named] public partial record struct M(P<bool> X); [Named] public partial record struct P<T>(T X) { private (T, P2<T>)? Y { get; } }"
        + "[Named] public partial record struct P2<T>(T X);")]
    [TestCase("[Export] public partial class A : Actor { [Handler] void Take(bool x, (DateTime, decimal?) y, M m) { } } "
        + "[Named] public partial record struct M(DateOnly X);")]
    public async Task Structs_that_can_be_checked_are_not_reported(string source) => await RuleRun.Check(source);

    [TestCase("public struct S { public bool X; }")]
    [TestCase("public struct S { private (TimeOnly, int)? _x; }")]
    [TestCase("public struct S(bool x) { public bool X => x; }")]
    [TestCase("public struct S { private int _dummyPrimitive; }")]
    [TestCase("public struct S { private nint _x; }")]
    [TestCase("public unsafe struct S { private fixed bool _x[3]; }")]
    public async Task What_another_assembly_keeps_to_itself_is_looked_at(string source)
    {
        var library = Compiling.Create("Library", false, [], source);
        library = library.WithOptions(library.Options.WithAllowUnsafe(true));
        var run = GeneratorRun.Of(Compiling.Create("Samples", false, [Compiling.Emit(library)], "[Named] public partial record M(S X);"));
        Assert.That(
            (await RuleRun.Reports(run.Output)).Select(static d => d.GetMessage()),
            Has.One.StartsWith("'M.X' of type 'S' cannot travel: "));
        Assert.That(run.Hints, Is.Empty);
    }

    [Test]
    public async Task What_the_compiler_reports_is_not_reported_twice()
    {
        var run = GeneratorRun.Of(
            """
            [Named] public partial record M(Missing X);
            [Export] public partial class A : Actor { [Handler] void M(List<Missing> x) { } }
            """);
        Assert.That(await RuleRun.Reports(run.Output), Is.Empty);
        Assert.That(run.Hints, Is.EqualTo(["A.Dispatch.g.cs"]));
    }

    [TestCase("List<List<string?>?>?")]
    [TestCase("Dictionary<Guid, int[][]>")]
    [TestCase("ReadOnlyMemory<DateTimeOffset>")]
    [TestCase("ActorId[]")]
    [TestCase("(Reference?, Reference[])")]
    [TestCase("GangRef<A>?")]
    [TestCase("(int, Half, (Int128, char))")]
    [TestCase("(string, M?, ActorId)?")]
    [TestCase("M?")]
    [TestCase("PortRef<List<M>>")]
    [TestCase("HashSet<string>")]
    [TestCase("Serialized?")]
    [TestCase("IReadOnlyList<M>?")]
    [TestCase("IReadOnlyDictionary<M, (int, string)>")]
    [TestCase("System.Collections.Immutable.ImmutableArray<M>")]
    [TestCase("ValueTuple<string>")]
    [TestCase("(int, int, int, int, int, int, int, string)")]
    [TestCase("DateOnly?")]
    [TestCase("IEnumerable<int>")]
    [TestCase("IReadOnlyCollection<int>")]
    [TestCase("KeyValuePair<int, int>")]
    [TestCase("int[,]")]
    [TestCase("Memory<string>")]
    [TestCase("ArraySegment<M>")]
    [TestCase("Dictionary<string, Unit>")]
    [TestCase("System.Collections.Frozen.FrozenDictionary<string, Queue<M>>")]
    [TestCase("System.Collections.Immutable.ImmutableSortedSet<long>")]
    [TestCase("System.Collections.Concurrent.ConcurrentBag<M>")]
    [TestCase("Uri")]
    [TestCase("Version")]
    [TestCase("System.Net.IPEndPoint")]
    [TestCase("System.Numerics.BigInteger")]
    [TestCase("System.Numerics.Vector3")]
    [TestCase("System.Text.Rune")]
    [TestCase("ChannelAddress")]
    [TestCase("Use<Use<M[]>?>")]
    [TestCase("Tree<int>")]
    public async Task Not_reported(string type) => await RuleRun.Check(
        $$"""
        [Named] public sealed partial record M({{type}} Value, int More);
        [Named] public sealed partial record Use<T>(T Value);
        [Named] public sealed partial record Tree<T>(T Value, List<Tree<T>> Children);
        [Export] public partial class A : Actor
        {
            [Handler] void Take({{type}} value) { }
            [Handler] ValueTask<{{type}}> Give() => throw new Exception();
        }
        """);

    [Test]
    public async Task What_is_wrong_with_a_generic_type_is_said_where_it_is_declared()
    {
        var (_, hints) = await RuleRun.Check(
            "[Named] public partial record P<T>(T X, object {|HYP2001:Y|}); [Named] public partial record M(P<int> P);");
        Assert.That(hints, Is.Empty);
    }

    [Test]
    public async Task Types_that_do_not_leave_the_process_need_no_codec() => await RuleRun.Check(
        "public partial class A : Actor { [Handler] ValueTask<object> M(Action x, IEnumerable<int> y) => new(x); }");
}
