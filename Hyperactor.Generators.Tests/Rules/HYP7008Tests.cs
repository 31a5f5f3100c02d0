namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP7008Tests
{
    [TestCase("var c = new Counter(); p.Spawn(\"c\", c); {|HYP7008:c.Add(1)|};")]
    [TestCase("var c = new Counter(); var h = p.Spawn(\"c\", c); if (h.Status.IsTerminal) { {|HYP7008:c.Open|} = 3; }")]
    [TestCase("var c = new Counter(); p.Spawn(\"c\", c); Console.WriteLine({|HYP7008:c.Level|});")]
    [TestCase("Counter c = new(); for (var i = 0; i < 3; i++) { {|HYP7008:c.Add(1)|}; p.Spawn(\"c\", c); }")]
    public async Task Use_after_spawn_is_reported(string body) => await Check(body);

    [TestCase("var c = new Counter(); c.Add(1); c.Open = 3; p.Spawn(\"c\", c);")]
    [TestCase("var c = new Counter(); p.Spawn(\"c\", c); c = new Counter(); c.Add(1);")]
    [TestCase("var c = new Counter(); p.Spawn(\"c\", c); Console.WriteLine(c.Done.IsCompleted); Console.WriteLine(c.Name);")]
    [TestCase("var c = new Counter(); p.Spawn(\"c\", c); Console.WriteLine(c.ToString());")]
    [TestCase("var c = new Counter(); var h = p.Spawn(\"c\", c); h.Stop();")]
    public async Task Other_use_is_not_reported(string body) => await Check(body);

    [TestCase("public sealed partial class A : Actor { readonly Counter {|HYP7008:_c|} = new(); [Handler] void M() => _c.Add(1); }")]
    [TestCase("public sealed partial class A(Counter {|HYP7008:c|}) : Actor { [Handler] void M() => c.Add(1); }")]
    [TestCase("public sealed partial class A(Counter c) : Actor { readonly Counter {|HYP7008:_c|} = c; [Handler] void M() => _c.Add(1); }")]
    [TestCase("public sealed partial class A : Actor { readonly List<Counter> {|HYP7008:_all|} = []; [Handler] void M() => _all.Clear(); }")]
    [TestCase("public sealed partial class A : Actor { Counter? {|HYP7008:C|} { get; set; } [Handler] void M() => C?.Add(1); }")]
    [TestCase("public sealed partial class A : Actor { [Handler] ValueTask<A> M() => new({|HYP7008:this|}); }")]
    [TestCase("public sealed partial class A : Actor { [Handler] async ValueTask<object> M() { await Task.Yield(); return {|HYP7008:this|}; } }")]
    [TestCase("public sealed partial class A(ActorHandle<Box> box) : Actor { [Handler] void M(Context cx) => box.Put(cx, {|HYP7008:this|}); }")]
    public async Task Holding_and_handing_out_is_reported(string source) => await Check("", source);

    [TestCase("public sealed partial class A(ActorHandle<Counter> c) : Actor { [Handler] void M(Context cx) => c.Add(cx, 1); }")]
    [TestCase("public sealed partial class A : Actor { ActorHandle<Counter>? _c; [Handler] void M(Context cx) => _c = cx.Spawn(new Counter()); }")]
    [TestCase("public sealed partial class A(Func<Counter> make) : Actor { [Handler] void M(Context cx) => cx.Spawn(make()); }")]
    [TestCase("public sealed class Factory { public Counter Make() => new(); readonly Counter _first = new(); public override string ToString() => $\"{_first}\"; }")]
    [TestCase("public sealed partial class A : Actor { A Me() => this; [Handler] ValueTask<int> M() => new(Me().Two()); int Two() => 2; }")]
    [TestCase("public sealed partial class A : Actor { [Handler] void M() => Help(this); static void Help(A a) => Console.WriteLine(a); }")]
    public async Task Handles_and_factories_are_not_reported(string source) => await Check("", source);

    private static async Task Check(string body, string more = "") => await RuleRun.Check(
        $$"""
        public sealed partial class Counter : Actor
        {
            long _sum;
            public long Open;
            public int Level { get; set; }
            public string Name { get; init; } = "";
            public readonly Task Done = Task.CompletedTask;
            [Handler] internal void Add(long x) => _sum += x;
        }
        public sealed partial class Box : Actor { [Handler] internal void Put(object x) { } }
        {{more}}
        public static class Use { public static void M(Proc p) { {{body}} } }
        """);
}
