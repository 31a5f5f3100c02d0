namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP7001Tests
{
    private const string Other = "public sealed partial class Other : Actor { [Handler] internal void Take(int x) { } [Handler] void Hold(Box box) { } } public sealed class Box(object inside) { public object Inside => inside; public Context? Cx; }"
        + "[Named, Bind, Unbind] public sealed partial record Ask(ActorId Who, [Include] PortRef<int> Reply);"
        + "[Named] public readonly partial struct Sum : IReducer<int> { public static int Combine(int earlier, int later) => earlier + later; }"
        + "[Export] public sealed partial class Asked : Actor { [Handler(Cast = true)] void On(Context cx, Ask ask) => ask.Reply.Send(cx, 1); }";

    [TestCase("Context? _c; [Handler] void M(Context cx) => _c = {|HYP7001:cx|};")]
    [TestCase("static Context? C; [Handler] void M(Context cx) { C = {|HYP7001:cx|}; }")]
    [TestCase("Context? C { get; set; } [Handler] void M(Context cx) => C ??= {|HYP7001:cx|};")]
    [TestCase("object? _c; [Handler] void M(Context cx) => _c = {|HYP7001:cx|};")]
    [TestCase("Context? _c; [Handler] void M(Context cx) => Keep(cx); void Keep(Context given) => _c = {|HYP7001:given|};")]
    [TestCase("Context? _c; [Handler] void M(Context cx) { var mine = cx; _c = {|HYP7001:mine|}; }")]
    [TestCase("Context? _c; protected override ValueTask OnStartAsync(Context context) { _c = {|HYP7001:context|}; return default; }")]
    [TestCase("readonly List<Context> _all = []; [Handler] void M(Context cx) => _all.Add({|HYP7001:cx|});")]
    [TestCase("readonly Dictionary<int, Context> _all = []; [Handler] void M(Context cx, int x) => _all[x] = {|HYP7001:cx|};")]
    [TestCase("readonly Context[] _all = new Context[3]; [Handler] void M(Context cx) => _all[0] = {|HYP7001:cx|};")]
    [TestCase("Context? _c; [Handler] void M(Context cx) => Interlocked.Exchange(ref _c, {|HYP7001:cx|});")]
    [TestCase("(int, Context)? _c; [Handler] void M(Context cx) => _c = (1, {|HYP7001:cx|});")]
    [TestCase("Box? _b; [Handler] void M(Context cx) { var box = new Box({|HYP7001:cx|}); _b = box; }")]
    [TestCase("Box? _b; [Handler] void M(Context cx) { _b = new Box(1) { Cx = {|HYP7001:cx|} }; }")]
    [TestCase("Box? _b; [Handler] void M(Context cx) { var box = new Box(1); box.Cx = {|HYP7001:cx|}; _b = box; }")]
    [TestCase("[Handler] void M(Context cx) => other.Hold(cx, new Box({|HYP7001:cx|}));")]
    [TestCase("[Handler] ValueTask<Box> M(Context cx) => new(new Box({|HYP7001:cx|}));")]
    [TestCase("Action? _a; [Handler] void M(Context cx) => _a = () => other.Take({|HYP7001:cx|}, 1);")]
    [TestCase("Action? _a; [Handler] void M(Context cx) { Action later = () => other.Take({|HYP7001:cx|}, 1); _a = later; }")]
    [TestCase("Action? _a; [Handler] void M(Context cx) { void Later() => other.Take({|HYP7001:cx|}, 1); _a = Later; }")]
    [TestCase("event Action? E; [Handler] void M(Context cx) => E += () => { other.Take({|HYP7001:cx|}, 1); other.Take(cx, 2); };")]
    [TestCase("[Handler] void M(Context cx) { _ = Task.Run(() => other.Take({|HYP7001:cx|}, 1)); }")]
    [TestCase("Task? _t; [Handler] void M(Context cx) { _t = Task.Run(() => other.Take({|HYP7001:cx|}, 1)); }")]
    [TestCase("[Handler] void M(Context cx) { Task.Delay(1, cx.Stopping).ContinueWith(_ => other.Take({|HYP7001:cx|}, 1)); }")]
    [TestCase("Timer? _t; [Handler] void M(Context cx) => _t = new Timer(_ => other.Take({|HYP7001:cx|}, 1));")]
    [TestCase("Timer? _t; [Handler] void M(Context cx) => _t = new Timer(static c => Console.WriteLine(c), {|HYP7001:cx|}, 1, 1);")]
    [TestCase("[Handler] void M(Context cx) => new Thread(() => other.Take({|HYP7001:cx|}, 1)).Start();")]
    [TestCase("[Handler] void M(Context cx) => ThreadPool.QueueUserWorkItem(_ => other.Take({|HYP7001:cx|}, 1));")]
    [TestCase("[Handler] void M(Context cx, CancellationToken stop) => stop.Register(() => other.Take({|HYP7001:cx|}, 1));")]
    [TestCase("[Handler] void M(Context cx, int[] all) => Array.ForEach(all, async x => { await Task.Yield(); other.Take({|HYP7001:cx|}, x); });")]
    [TestCase("internal sealed partial class Child(object o) : Actor { [Handler] void M() => Console.WriteLine(o); } [Handler] void M(Context cx) => cx.Spawn(new Child({|HYP7001:cx|}));")]
    public async Task Reported(string members) => await Check(members);

    [TestCase("[Handler] void M(Context cx) => other.Take(cx, 1);")]
    [TestCase("ActorId? _who; [Handler] void M(Context cx) => _who = cx.Sender;")]
    [TestCase("TimeProvider? _t; protected override ValueTask OnStartAsync(Context context) { _t = context.Time; return default; }")]
    [TestCase("[Handler] void M(Context cx) => Help(cx); void Help(Context cx) => other.Take(cx, 1);")]
    [TestCase("[Handler] async ValueTask M(Context cx) { await Help(cx); } async ValueTask Help(Context cx) { await Task.Yield(); other.Take(cx, 1); }")]
    [TestCase("[Handler] void M(Context cx, List<int> all) => all.ForEach(x => other.Take(cx, x));")]
    [TestCase("[Handler] void M(Context cx) { Action now = () => other.Take(cx, 1); now(); }")]
    [TestCase("[Handler] void M(Context cx) { void Now() => other.Take(cx, 1); Now(); }")]
    [TestCase("[Handler] async ValueTask M(Context cx, int[] all) { await Task.WhenAll(System.Linq.Enumerable.Select(all, async x => { await Task.Yield(); other.Take(cx, x); })); }")]
    [TestCase("[Handler] async ValueTask M(Context cx) { await Task.Run(() => other.Take(cx, 1)); }")]
    [TestCase("[Handler] async ValueTask M(Context cx) { await Task.Run(() => other.Take(cx, 1)).ConfigureAwait(false); }")]
    [TestCase("[Handler] async ValueTask M(Context cx) { var task = Task.Run(() => other.Take(cx, 1)); other.Take(cx, 2); await task; }")]
    [TestCase("[Handler] async ValueTask M(Context cx) { using var timer = new Timer(_ => other.Take(cx, 1)); await Task.Yield(); }")]
    [TestCase("[Handler] async ValueTask M(Context cx, CancellationToken stop) { using var r = stop.Register(() => other.Take(cx, 1)); await Task.Yield(); }")]
    [TestCase("[Handler] void M(Context cx) { var mine = cx; other.Take(mine, 1); }")]
    [TestCase("[Handler] void M(Context cx) { var box = new Box(cx); Console.WriteLine(box); }")]
    [TestCase("[Handler] void M(Context cx) { var all = new List<Context> { cx }; Console.WriteLine(all.Count); }")]
    [TestCase("[Handler] void M(Context cx) { var (one, two) = (cx, 1); other.Take(one, two); }")]
    [TestCase("static readonly Action<Context, ActorHandle<Other>> Do = (cx, to) => to.Take(cx, 1); [Handler] void M(Context cx) => Do(cx, other);")]
    [TestCase("sealed class Step(Context cx) { readonly Context _cx = cx; public ActorId Who => _cx.Sender; } [Handler] void M(Context cx) => Console.WriteLine(new Step(cx).Who);")]
    [TestCase("sealed class Step { readonly Context _cx; public Step(Context cx) => _cx = cx; public ActorId Who => _cx.Sender; } [Handler] void M(Context cx) => Console.WriteLine(new Step(cx).Who);")]
    [TestCase("[Handler] ValueTask M(Context cx) => new(Help(cx)); async Task Help(Context cx) { await Task.Yield(); other.Take(cx, 1); }")]
    [TestCase("[Handler] async ValueTask M(Context cx, GangRef<Asked> gang) { await gang.ReduceAsync<Ask, int, Sum>(cx, port => new Ask(cx.Self, port)); }")]
    [TestCase("internal sealed partial class Child(ActorId who) : Actor { [Handler] void M() => Console.WriteLine(who); } [Handler] void M(Context cx) => cx.Spawn(new Child(cx.Sender));")]
    public async Task Not_reported(string members) => await Check(members);

    [Test]
    public async Task Message_says_what_keeps_it()
    {
        var (messages, _) = await RuleRun.Check(
            "public sealed partial class A : Actor { Context? _c; [Handler] void M(Context cx) => _c = {|HYP7001:cx|}; }");
        Assert.That(messages, Is.EqualTo(
            ["'cx' belongs to the message at hand, but is stored in '_c': take what you need of it first, or send yourself a message"]));
    }

    [Test]
    public async Task Another_type_of_that_name_is_none_of_ours() => await RuleRun.Check(
        "namespace Mine { public sealed class Context; public sealed class A { Context? _c; public void M(Context cx) => _c = cx; } }");

    private static async Task Check(string members) =>
        await RuleRun.Check(
            $$"""{{Other}} public sealed partial class A(ActorHandle<Other> other) : Actor { public override string ToString() => $"{other}"; {{members}} }""",
            besides: "HYP6");
}
