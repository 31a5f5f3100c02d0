namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP6006Tests
{
    private static string Actor(string members) =>
        $$"""
        using System.ComponentModel;
        using System.Linq;

        public sealed partial class A : Actor
        {
            private int _count;
            private void Work() => _count++;
            {{members}}
            [Handler] ValueTask<int> Count() => new(_count);
        }
        """;

    [TestCase("[Handler] async ValueTask Go() => await {|HYP6006:Task.Run|}(Work);")]
    [TestCase("[Handler] async ValueTask Go(CancellationToken stopping) => await Task.Factory.{|HYP6006:StartNew|}(Work, stopping);")]
    [TestCase("[Handler] void Go() => new {|HYP6006:Thread|}(Work).Start();")]
    [TestCase("[Handler] void Go() => {|HYP6006:ThreadPool.QueueUserWorkItem|}(_ => Work());")]
    [TestCase("[Handler] void Go(int[] items) => {|HYP6006:Parallel.ForEach|}(items, _ => Work());")]
    [TestCase("[Handler] ValueTask<int> Go(int[] items) => new(items.{|HYP6006:AsParallel|}().Sum());")]
    [TestCase("private Timer? _timer; [Handler] void Go() => _timer = new {|HYP6006:Timer|}(_ => Work(), null, 1, 1);")]
    [TestCase("private readonly Timer _timer = new {|HYP6006:Timer|}(static _ => { }); [Handler] void Go() => _timer.Change(1, 1);")]
    [TestCase("[Handler] void Go(Context cx) => _ = cx.Time.{|HYP6006:CreateTimer|}(_ => Work(), null, TimeSpan.Zero, TimeSpan.Zero);")]
    [TestCase("[Handler] async ValueTask Go(Task task) => await task.{|HYP6006:ConfigureAwait|}(false);")]
    [TestCase("[Handler] async ValueTask Go(ValueTask<int> task) => await task.{|HYP6006:ConfigureAwait|}(false);")]
    [TestCase("[Handler] async ValueTask Go(Task task) => await task.{|HYP6006:ConfigureAwait|}(ConfigureAwaitOptions.SuppressThrowing);")]
    [TestCase("[Handler] async ValueTask Go(IAsyncEnumerable<int> all) { await foreach (var x in all.{|HYP6006:ConfigureAwait|}(false)) { } }")]
    [TestCase("[Handler] void Go(Task task) => task.{|HYP6006:ContinueWith|}(_ => Work());")]
    [TestCase("[Handler] void Go() => _ = new {|HYP6006:BackgroundWorker|}();")]
    [TestCase("[Handler] async ValueTask Go() => await Inner(); private async Task Inner() => await {|HYP6006:Task.Run|}(Work);")]
    public async Task Reported(string members) => await RuleRun.Check(Actor(members));

    [TestCase("[Handler] async ValueTask Go(Task task) => await task;")]
    [TestCase("[Handler] async ValueTask Go(Task task) => await task.ConfigureAwait(true);")]
    [TestCase("[Handler] async ValueTask Go(Task task) => await task.ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);")]
    [TestCase("[Handler] async ValueTask Go(Task[] tasks) => await Task.WhenAll(tasks);")]
    [TestCase("[Handler] void Go(int[] items) { foreach (var _ in items) { Work(); } }")]
    [TestCase("[Handler] void Go(int[] items) => Array.ForEach(items, _ => Work());")]
    [TestCase("[Handler] async ValueTask Go() => await Task.Yield();")]
    [TestCase("public static Task Elsewhere() => Task.Run(static () => { });")]
    [TestCase("[Handler] void Go() => _ = Thread.CurrentThread.ManagedThreadId;")]
    [TestCase("private static class Tasks { public static void Run(Action a) => a(); } [Handler] void Go() => Tasks.Run(Work);")]
    [TestCase("public Task Beside() => Task.Run(static () => { });")]
    public async Task Not_reported(string members) => await RuleRun.Check(Actor(members));
}
