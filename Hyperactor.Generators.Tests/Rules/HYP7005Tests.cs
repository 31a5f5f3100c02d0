namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP7005Tests
{
    [TestCase("var l = new List<int>(); to.Many(me, {|HYP7005:l|}); l.Add(1);")]
    [TestCase("var l = new List<int>(); to.Many(me, {|HYP7005:l|}); if (l.Count > 3) { l[0] = 1; }")]
    [TestCase("var l = new List<int>(); for (var i = 0; i < 3; i++) { l.Add(i); to.Many(me, {|HYP7005:l|}); }")]
    [TestCase("var a = new int[3]; to.Array(me, {|HYP7005:a|}); a[0] = 1;")]
    [TestCase("var a = new int[3]; to.Array(me, {|HYP7005:a|}); a[0]++;")]
    [TestCase("var a = new int[3]; to.Array(me, {|HYP7005:a|}); Array.Clear(a);")]
    [TestCase("var a = new int[3]; to.Array(me, {|HYP7005:a|}); a.AsSpan(1).Fill(4);")]
    [TestCase("var a = new byte[3]; to.Bytes(me, {|HYP7005:a|}.AsMemory(0, 2)); a.AsSpan()[1] = 4;")]
    [TestCase("var a = new byte[3]; to.Bytes(me, {|HYP7005:a|}); Random.Shared.NextBytes(a);")]
    [TestCase("Memory<byte> m = new byte[3]; to.Bytes(me, {|HYP7005:m|}.Slice(1)); m.Span[0] = 3;")]
    [TestCase("var b = new Bag(); to.Bag(me, {|HYP7005:b|}); b.Size = 4;")]
    [TestCase("var b = new Bag(); to.Bag(me, {|HYP7005:b|}); b.Items.Add(3);")]
    [TestCase("var l = new List<int>(); to.Boxed(me, new Boxed({|HYP7005:l|}, 3)); l.Clear();")]
    [TestCase("var l = new List<int>(); _ = to.SumAsync(me, {|HYP7005:l|}); l.Clear();")]
    [TestCase("var d = new Dictionary<int, int>(); to.Map(me, {|HYP7005:d|}); try { Console.WriteLine(1); } finally { d[1] = 2; }")]
    [TestCase("var (port, r) = me.OpenPort<List<int>>(); using var closing = r; var l = new List<int>(); port.Send({|HYP7005:l|}); l.Add(1);")]
    public async Task Reported(string body) => await Check(body);

    [TestCase("var l = new List<int>(); l.Add(1); to.Many(me, l);")]
    [TestCase("var l = new List<int>(); to.Many(me, l); l = []; l.Add(1);")]
    [TestCase("for (var i = 0; i < 3; i++) { var l = new List<int>(); l.Add(i); to.Many(me, l); }")]
    [TestCase("var l = new List<int>(); for (var i = 0; i < 3; i++) { l.Add(i); if (l.Count == 2) { to.Many(me, l); l = []; } }")]
    [TestCase("var l = new List<int>(); if (l.Count == 0) { to.Many(me, l); return; } l.Add(1);")]
    [TestCase("var l = new List<int>(); to.Many(me, [.. l]); l.Add(1);")]
    [TestCase("var l = new List<int>(); to.Many(me, new List<int>(l)); l.Add(1);")]
    [TestCase("var l = new List<int>(); to.Array(me, l.ToArray()); l.Add(1);")]
    [TestCase("var l = new List<int>(); to.Many(me, l); Console.WriteLine(l.Count);")]
    [TestCase("var l = new List<int>(); var other = new List<int>(); to.Many(me, l); other.Add(1);")]
    [TestCase("var l = new List<int>(); Console.WriteLine(await to.SumAsync(me, l)); l.Add(1);")]
    [TestCase("var l = new List<int>(); var sum = to.SumAsync(me, l); Console.WriteLine(await sum); l.Add(1);")]
    [TestCase("var l = new List<int>(); anywhere.Many(me, l); l.Add(1);")]
    [TestCase("var l = System.Collections.Immutable.ImmutableList.Create(1); to.Frozen(me, l); l = l.Add(1); l.Add(2);")]
    [TestCase("var p = new Pair { X = 1 }; to.Pair(me, p); p.X = 2;")]
    [TestCase("var r = new Rope(); to.Rope(me, r); r = r.Add(1); Console.WriteLine(r);")]
    [TestCase("var r = new Rope(); to.Rope(me, r); Console.WriteLine(r.Add(1));")]
    [TestCase("var a = new byte[3]; to.Bytes(me, a); Console.WriteLine(Rope.Read(a));")]
    [TestCase("var s = \"a\"; to.Text(me, s); s += \"b\";")]
    public async Task Not_reported(string body) => await Check(body);

    [TestCase("readonly List<int> _l = []; [Handler] void M(Context cx) { _l.Add(1); to.Many(cx, {|HYP7005:_l|}); }")]
    [TestCase("readonly int[] _a = new int[3]; [Handler] void M(Context cx) => to.Array(cx, {|HYP7005:_a|}); [Handler] void Set(int x) => _a[0] = x;")]
    [TestCase("List<int> L { get; } = []; [Handler] void M(Context cx) { L.Add(1); to.Many(cx, {|HYP7005:L|}); }")]
    public async Task State_that_changes_is_reported(string members) => await CheckActor(members);

    [TestCase("readonly List<int> _l = []; [Handler] void M(Context cx) { to.Many(cx, _l); }")]
    [TestCase("List<int> _l = []; [Handler] void M(Context cx) { _l = [.. _l, 1]; to.Many(cx, _l); }")]
    [TestCase("readonly List<int> _l = []; [Handler] void M(Context cx) { _l.Add(1); to.Many(cx, [.. _l]); }")]
    [TestCase("readonly List<int> _l = []; [Handler] void M(Context cx) { _l.Add(1); to.Text(cx, _l.Count.ToString()); }")]
    [TestCase("readonly List<int> _l = []; [Handler] async ValueTask M(Context cx) { _l.Add(1); await to.SumAsync(cx, _l); }")]
    [TestCase("readonly System.Text.StringBuilder _s = new(); [Handler] void M(Context cx) { _s.Append(1); to.Text(cx, _s.ToString()); }")]
    public async Task State_that_does_not_change_or_is_copied_is_not_reported(string members) => await CheckActor(members);

    private const string Other =
        """
        [Export] public sealed partial class Other : Actor
        {
            [Handler] internal void Many(List<int> all) { }
            [Handler] internal void Array(int[] all) { }
            [Handler] internal void Bytes(ReadOnlyMemory<byte> all) { }
            [Handler] internal void Text(string text) { }
            [Handler] internal ValueTask<int> Sum(List<int> all) => new(all.Count);
        }
        public struct Pair { public int X; }
        public sealed class Bag { public int Size { get; set; } public List<int> Items { get; } = []; }
        public class Rope { public Rope Add(int x) => x == 0 ? this : new Rope(); public static int Read(byte[] all) => all.Length; }
        public sealed record Boxed(List<int> Items, int Size);
        public sealed partial class Near : Actor
        {
            [Handler] internal void Many(List<int> all) { }
            [Handler] internal void Array(int[] all) { }
            [Handler] internal void Bytes(ReadOnlyMemory<byte> all) { }
            [Handler] internal void Bag(Bag bag) { }
            [Handler] internal void Rope(Rope rope) { }
            [Handler] internal void Boxed(Boxed boxed) { }
            [Handler] internal void Pair(Pair pair) { }
            [Handler] internal void Text(string text) { }
            [Handler] internal void Map(Dictionary<int, int> map) { }
            [Handler] internal void Frozen(System.Collections.Immutable.ImmutableList<int> all) { }
            [Handler] internal ValueTask<int> Sum(List<int> all) => new(all.Count);
        }
        """;

    private static async Task Check(string body) => await RuleRun.Check(
        $$"""
        {{Other}}
        public static class A
        {
            public static async Task M(ActorHandle<Near> to, ActorRef<Other> anywhere, Client me) { await Task.Yield(); anywhere.Text(me, ""); {{body}} }
        }
        """);

    private static async Task CheckActor(string members) => await RuleRun.Check(
        $$"""{{Other}} public sealed partial class A(ActorHandle<Near> to) : Actor { {{members}} }""");
}
