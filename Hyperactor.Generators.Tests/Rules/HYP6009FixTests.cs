namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP6009FixTests
{
    [TestCase(
        "[Handler] async ValueTask Go() => await gate.{|HYP6009:WaitAsync|}();",
        "[Handler] async ValueTask Go(CancellationToken stopping) => await gate.WaitAsync(stopping);")]
    [TestCase(
        "[Handler] async ValueTask<int> Go(byte[] b) { return await stream.{|HYP6009:ReadAsync|}(b); /* all of it */ }",
        "[Handler] async ValueTask<int> Go(byte[] b, CancellationToken stopping) { return await stream.ReadAsync(b, stopping); /* all of it */ }")]
    [TestCase(
        "[Handler] async ValueTask Go(Context cx) => await {|HYP6009:Task.Delay|}(TimeSpan.FromSeconds(1), cx.Time);",
        "[Handler] async ValueTask Go(Context cx) => await Task.Delay(TimeSpan.FromSeconds(1), cx.Time, cx.Stopping);")]
    [TestCase(
        "[Handler] async ValueTask Go(byte[] b) { await gate.{|HYP6009:WaitAsync|}(); await Task.Yield(); }",
        "[Handler] async ValueTask Go(byte[] b, CancellationToken stopping) { await gate.WaitAsync(stopping); await Task.Yield(); }")]
    public Task Passes_the_token(string before, string after) => FixRun.Check(
        "HYP6009", Source(before), Source(after));

    [TestCase("public async ValueTask<int> Open() { await gate.{|HYP6009:WaitAsync|}(); return 1; }")]
    [TestCase("public ValueTask<int> Open() => new(1); [Handler] async ValueTask Go(string stopping) { _ = stopping; await gate.{|HYP6009:WaitAsync|}(); }")]
    public Task Is_not_offered_where_the_signature_is_not_free(string members) => FixRun.CheckNone(
        "HYP6009",
        $$"""
        [Handler] public partial interface IDesk { ValueTask<int> Open(); }
        [Export(typeof(IDesk))] public sealed partial class A(SemaphoreSlim gate) : Actor, IDesk
        {
            {{members}}
        }
        """);

    private static string Source(string handler) =>
        $$"""
        public sealed partial class A(SemaphoreSlim gate, System.IO.Stream stream) : Actor
        {
            {{handler}}
            private string Keep() => $"{gate}{stream}";
        }
        """;
}
