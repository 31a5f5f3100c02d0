namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP6001Tests
{
    private static string InHandler(string body) =>
        $$"""
        using System.Collections.Concurrent;
        using System.Linq;

        [Export]
        public sealed partial class Stock : Actor { [Handler] ValueTask<int> Count() => new(1); }

        public sealed partial class A(ActorRef<Stock> stock) : Actor
        {
            private Task<int>? _loading;
            private readonly SemaphoreSlim _gate = new(1);
            private readonly BlockingCollection<int> _queue = new();
            private static Task<int> Load() => Task.FromResult(1);
            public Task? Kept => _loading;
            [Handler] async ValueTask Ask(Context cx, Task<int> task, Task<int>[] tasks, object gate)
            {
                await Task.Yield();
                {{body}}
                _gate.Release();
                _loading = null;
                _queue.Add(1);
                await stock.CountAsync(cx);
            }
        }
        """;

    [TestCase("_ = stock.CountAsync(cx).AsTask().{|HYP6001:Result|};")]
    [TestCase("_ = stock.CountAsync(cx).GetAwaiter().{|HYP6001:GetResult|}();")]
    [TestCase("_ = Load().ConfigureAwait(true).GetAwaiter().{|HYP6001:GetResult|}();")]
    [TestCase("task.{|HYP6001:Wait|}();")]
    [TestCase("_ = task.{|HYP6001:Wait|}(TimeSpan.FromSeconds(1));")]
    [TestCase("{|HYP6001:Task.WaitAll|}(tasks);")]
    [TestCase("_ = {|HYP6001:Task.WaitAny|}(tasks);")]
    [TestCase("{|HYP6001:Thread.Sleep|}(10);")]
    [TestCase("_gate.{|HYP6001:Wait|}();")]
    [TestCase("_ = _queue.{|HYP6001:Take|}();")]
    [TestCase("_ = {|HYP6001:Console.ReadLine|}();")]
    [TestCase("new ManualResetEventSlim().{|HYP6001:Wait|}();")]
    [TestCase("new AutoResetEvent(false).{|HYP6001:WaitOne|}();")]
    [TestCase("lock (gate) { {|HYP6001:Monitor.Wait|}(gate); }")]
    [TestCase("_ = tasks.Select(t => t.{|HYP6001:Result|}).ToList();")]
    [TestCase("foreach (var t in tasks) { _ = t.{|HYP6001:Result|}; }")]
    [TestCase("_ = _loading?.{|HYP6001:Result|};")]
    [TestCase("await Load(); _ = task.{|HYP6001:Result|};")]
    [TestCase("int Read() => task.{|HYP6001:Result|}; _ = Read();")]
    public async Task Reported(string body) => await RuleRun.Check(InHandler(body));

    [TestCase("await task; _ = task.Result;")]
    [TestCase("await Task.WhenAll(tasks); _ = tasks.Select(t => t.Result).ToList();")]
    [TestCase("await Task.WhenAll(tasks); foreach (var t in tasks) { _ = t.Result; }")]
    [TestCase("await Task.WhenAll(tasks); _ = tasks[0].Result;")]
    [TestCase("if (task.IsCompletedSuccessfully) { _ = task.Result; }")]
    [TestCase("if (task is { IsCompleted: true }) { _ = task.Result; }")]
    [TestCase("var asked = stock.CountAsync(cx); _ = asked.IsCompleted ? asked.Result : await asked;")]
    [TestCase("var first = await Task.WhenAny(task, tasks[0]); _ = first == task ? task.Result : 0;")]
    [TestCase("if (_loading is { IsCompleted: true }) { _ = _loading.Result; }")]
    [TestCase("_ = Task.FromResult(1).Result;")]
    [TestCase("_ = task.Wait(0);")]
    [TestCase("_ = _gate.Wait(TimeSpan.Zero);")]
    [TestCase("await _gate.WaitAsync(cx.Stopping);")]
    [TestCase("_ = new Lazy<int>(() => task.Result);")]
    [TestCase("var result = new { Result = 1 }; _ = result.Result;")]
    [TestCase("_ = nameof(Task<int>.Result);")]
    public async Task Not_reported(string body) => await RuleRun.Check(InHandler(body));

    [Test]
    public async Task Reported_in_what_a_handler_uses() => await RuleRun.Check(
        """
        [Handler] public partial interface IDesk { ValueTask<int> Open(); }

        [Export(typeof(IDesk))]
        public sealed partial class A : Actor, IDesk
        {
            protected override ValueTask OnStartAsync(Context context) { {|HYP6001:Thread.Sleep|}(1); return default; }
            public ValueTask<int> Open() => new(First + Second());
            private int First => Third();
            private int Second() { Action read = Fourth; read(); return 1; }
            private static int Third() => Task.Run2().{|HYP6001:Result|};
            private void Fourth() => {|HYP6001:Thread.Sleep|}(1);
        }

        file static class Tasks { extension(Task) { public static Task<int> Run2() => Task.FromResult(1); } }
        """);

    [Test]
    public async Task Not_reported_outside_actors_and_in_what_no_handler_uses() => await RuleRun.Check(
        """
        public sealed class Plain { public int Load(Task<int> t) => t.Result; }

        public sealed partial class A : Actor
        {
            private readonly int _first;
            public A(Task<int> first) => _first = first.Result;
            public static A Create(Task<int> first) { first.Wait(); return new(first); }
            public int Peek(Task<int> task) => task.Result + _first;
            [Handler] void Go() { }
            private sealed class Inner { public int Load(Task<int> t) => t.Result; }
        }
        """);
}
