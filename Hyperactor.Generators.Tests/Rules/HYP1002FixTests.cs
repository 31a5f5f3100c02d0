namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP1002FixTests
{
    [TestCase("async void {|HYP1002:M|}() => await Task.Yield();", "async ValueTask M() => await Task.Yield();")]
    [TestCase("async Task {|HYP1002:M|}() => await Task.Yield();", "async ValueTask M() => await Task.Yield();")]
    [TestCase(
        "async Task<int> {|HYP1002:M|}() { await Task.Yield(); return 1; }",
        "async ValueTask<int> M() { await Task.Yield(); return 1; }")]
    [TestCase("Task {|HYP1002:M|}() => Task.CompletedTask;", "ValueTask M() => ValueTask.CompletedTask;")]
    [TestCase("Task<int> {|HYP1002:M|}() => Task.FromResult(1);", "ValueTask<int> M() => ValueTask.FromResult(1);")]
    [TestCase(
        "System.Threading.Tasks.Task {|HYP1002:M|}() => Task.FromException(new Exception());",
        "System.Threading.Tasks.ValueTask M() => ValueTask.FromException(new Exception());")]
    [TestCase(
        "Task {|HYP1002:M|}(int x) { if (x > 0) { return Task.Delay(x); } return Run(() => { return Task.CompletedTask; }); }",
        "ValueTask M(int x) { if (x > 0) { return new(Task.Delay(x)); } return new(Run(() => { return Task.CompletedTask; })); }")]
    [TestCase("Task {|HYP1002:M|}() => throw new Exception();", "ValueTask M() => throw new Exception();")]
    [TestCase("int {|HYP1002:M|}() => 1;", "ValueTask<int> M() => new(1);")]
    [TestCase(
        "string {|HYP1002:M|}(int x) { if (x > 0) { return \"a\"; /* kept */ } return x.ToString(); }",
        "ValueTask<string> M(int x) { if (x > 0) { return new(\"a\"); /* kept */ } return new(x.ToString()); }")]
    [TestCase("bool? {|HYP1002:M|}() => throw new Exception();", "ValueTask<bool?> M() => throw new Exception();")]
    [TestCase("static void {|HYP1002:M|}() { }", "void M() { }")]
    [TestCase("public static ValueTask {|HYP1002:M|}() => default;", "public ValueTask M() => default;")]
    [TestCase("void {|HYP1002:M|}(in int x) { }", "void M(int x) { }")]
    [TestCase("void {|HYP1002:M|}(string s, ref readonly int x) { }", "void M(string s, int x) { }")]
    [TestCase("void {|HYP1002:M|}(int x, Context cx) { }", "void M(Context cx, int x) { }")]
    [TestCase("void {|HYP1002:M|}(CancellationToken stopping, int x) { }", "void M(int x, CancellationToken stopping) { }")]
    [TestCase(
        "static int {|HYP1002:M|}(CancellationToken stopping, in int x, Context cx) => x;",
        "ValueTask<int> M(Context cx, int x, CancellationToken stopping) => new(x);")]
    public async Task Gives_it_the_shape(string before, string after) => await FixRun.CheckFiles(
        "HYP1002", [RuleRun.Unmark(Actor(before)).Source], [Actor(after)]);

    [TestCase("int {|HYP1002:M|}() => 1; int Other() => M();")]
    [TestCase("Task {|HYP1002:M|}() => Task.CompletedTask; Task Other() => Task.WhenAll(M());")]
    [TestCase("string? {|HYP1002:M|}() => null;")]
    [TestCase("Func<int> {|HYP1002:M|}() => () => 1;")]
    [TestCase("IEnumerable<int> {|HYP1002:M|}() { yield return 1; }")]
    [TestCase("async IAsyncEnumerable<int> {|HYP1002:M|}() { await Task.Yield(); yield return 1; }")]
    [TestCase("void {|HYP1002:M|}(ref int x) { }")]
    [TestCase("void {|HYP1002:M|}(out int x) => x = 1;")]
    [TestCase("void {|HYP1002:M|}<T>(T x) { }")]
    [TestCase("static void {|HYP1002:M|}() { } static void Other() => M();")]
    [TestCase("public virtual Task {|HYP1002:M|}() => Task.CompletedTask;")]
    [TestCase("public object {|HYP1002:Clone|}() => this;")]
    [TestCase("void {|HYP1002:M|}(CancellationToken stopping, params int[] x) { }")]
    [TestCase("private enum Mode { On } [Handler] void {|HYP1002:M|}(Mode mode) { }")]
    public async Task Not_offered_where_it_is_not_mechanical(string member) =>
        await FixRun.CheckNone("HYP1002", Actor(member).Replace(": Actor", ": Actor, ICloneable", StringComparison.Ordinal)
            .Replace("[Handler] private enum", "private enum", StringComparison.Ordinal)
            .Replace("/**/", member.Contains("Clone", StringComparison.Ordinal) ? "" : "object ICloneable.Clone() => this;", StringComparison.Ordinal));

    [Test]
    public Task Offered_where_each_call_is_awaited() => FixRun.Check(
        "HYP1002",
        "[Export] partial class A : Actor { [Handler] Task<int> {|HYP1002:M|}() => Task.FromResult(1); async ValueTask N() => await this.M(); }",
        "[Export] partial class A : Actor { [Handler] ValueTask<int> M() => ValueTask.FromResult(1); async ValueTask N() => await this.M(); }");

    [Test]
    public Task A_protocol_changes_with_its_implementations() => FixRun.CheckFiles(
        "HYP1002",
        [
            "[Handler] public partial interface I { Task<int> M(int x, Context cx); }",
            """
            [Export(typeof(I))]
            public sealed partial class A : Actor, I
            {
                // Explained.
                public async Task<int> M(
                    int x,
                    Context cx)
                {
                    await Task.Yield();
                    return x;
                }
            }
            """,
        ],
        [
            "[Handler] public partial interface I { ValueTask<int> M(Context cx, int x); }",
            """
            [Export(typeof(I))]
            public sealed partial class A : Actor, I
            {
                // Explained.
                public async ValueTask<int> M(
                    Context cx,
                    int x)
                {
                    await Task.Yield();
                    return x;
                }
            }
            """,
        ]);

    private static string Actor(string member) =>
        "[Export] public partial class A : Actor { static Task Run(Func<Task> f) => f(); [Handler] " + member + "/**/ }";
}
