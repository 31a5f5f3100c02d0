namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP1002Tests
{
    [TestCase("[Handler] async void {|HYP1002:M|}() => await Task.Yield();")]
    [TestCase("[Handler] Task {|HYP1002:M|}() => Task.CompletedTask;")]
    [TestCase("[Handler] int {|HYP1002:M|}() => 1;")]
    [TestCase("[Handler] IAsyncEnumerable<int> {|HYP1002:M|}() => throw new Exception();")]
    [TestCase("[Handler(OneWay = true)] ValueTask<int> {|HYP1002:M|}() => default;")]
    [TestCase("[Handler(Name = \"ReferenceEquals\")] void {|HYP1002:M|}() { }")]
    [TestCase("[Handler] void {|HYP1002:M|}(ref int x) { }")]
    [TestCase("[Handler] void {|HYP1002:M|}(in int x) { }")]
    [TestCase("[Handler] void {|HYP1002:M|}(out int x) => x = 1;")]
    [TestCase("[Handler] void {|HYP1002:M|}<T>(T x) { }")]
    [TestCase("[Handler] static void {|HYP1002:M|}() { }")]
    [TestCase("[Handler] void {|HYP1002:M|}(int x, Context cx) { }")]
    [TestCase("[Handler] void {|HYP1002:M|}(CancellationToken stopping, int x) { }")]
    [TestCase("[Handler(Name = \"not a name\")] void {|HYP1002:M|}() { }")]
    [TestCase("[Handler] ValueTask<string> {|HYP1002:ToString|}(int radix) => new(\"\");")]
    [TestCase("private enum Mode { On } [Handler] void {|HYP1002:M|}(Mode mode) { }")]
    [TestCase("private sealed record Reply; [Handler] ValueTask<Reply> {|HYP1002:M|}() => new(new Reply());", false)]
    public async Task Reported(string member, bool exported = true)
    {
        var (_, hints) = await RuleRun.Check(
            $$"""{{(exported ? "[Export]" : "")}} public partial class A : Actor { {{member}} [Handler] void Good(int x) { } }""");
        Assert.That(hints, Does.Contain("A.Client.g.cs"), "the handler that is good is kept");
    }

    [TestCase("[Handler(OneWay = true)] async ValueTask M(int x) => await Task.Yield();")]
    [TestCase("[Handler(OneWay = true)] void M(int x) { }")]
    [TestCase("[Handler] void M(Context cx, int x, CancellationToken stopping) { }")]
    [TestCase("[Handler] ValueTask M(CancellationToken stopping) => default;")]
    [TestCase("[Handler] async ValueTask<int> MAsync(Context cx) { await Task.Yield(); return 1; }")]
    [TestCase("[Handler] public virtual void M(params string[] names) { }")]
    [TestCase("[Handler] void M(string name = \"x\\n\", double d = 1.5, long n = long.MinValue, char c = '\\'') { }")]
    [TestCase("[Handler] void M(string? name = null, Guid id = default, ConsoleColor c = ConsoleColor.Red, int? i = 3) { }")]
    [TestCase("[Handler] void M(float f = float.NaN, decimal m = 1.5m, ulong u = ulong.MaxValue, bool b = true) { }")]
    [TestCase("[Handler] void M(int m, int M, int _m, int equals) { }")]
    [TestCase("[Handler] void @class(int @event, string @string) { }")]
    [TestCase("[Handler(Name = \"Other\")] void M() { }")]
    public async Task Not_reported(string member) =>
        await RuleRun.Check($$"""[Export] public partial class A : Actor { {{member}} }""");
}
