namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP6001FixTests
{
    [TestCase("var x = task.{|HYP6001:Result|};", "var x = await task;")]
    [TestCase("var x = task.{|HYP6001:Result|}.ToString();", "var x = (await task).ToString();")]
    [TestCase("var x = -task.{|HYP6001:Result|} + 1;", "var x = -await task + 1;")]
    [TestCase("/* first */ task.{|HYP6001:Wait|}(); // then", "/* first */ await task; // then")]
    [TestCase("var x = Make().{|HYP6001:Result|};", "var x = await Make();")]
    [TestCase("var x = Ask().AsTask().{|HYP6001:Result|};", "var x = await Ask();")]
    [TestCase("var x = Ask().GetAwaiter().{|HYP6001:GetResult|}();", "var x = await Ask();")]
    [TestCase("{|HYP6001:Task.WaitAll|}(tasks);", "await Task.WhenAll(tasks);")]
    [TestCase("int x = task.{|HYP6001:Result|}, y = Make().{|HYP6001:Result|};", "int x = await task, y = await Make();")]
    public Task Awaits_in_an_async_handler(string before, string after) => FixRun.Check("HYP6001", Handler(before), Handler(after));

    [TestCase(
        "[Handler] ValueTask<int> Get(Task<int> task) => new(task.{|HYP6001:Result|} + 1);",
        "[Handler] async ValueTask<int> Get(Task<int> task) => await task + 1;")]
    [TestCase(
        "[Handler] private ValueTask<int> Get(Task<int> task) { var x = task.{|HYP6001:Result|}; /* why */ return new ValueTask<int>(x); }",
        "[Handler] private async ValueTask<int> Get(Task<int> task) { var x = await task; /* why */ return x; }")]
    [TestCase(
        "[Handler] ValueTask Go(Task<int> task) { if (task.{|HYP6001:Result|} > 0) { return default; } Done(); return default; }",
        "[Handler] async ValueTask Go(Task<int> task) { if (await task > 0) { return; } Done(); }")]
    [TestCase(
        "[Handler] ValueTask<int> Get(Task<int> task) { task.{|HYP6001:Wait|}(); return Other(); }",
        "[Handler] async ValueTask<int> Get(Task<int> task) { await task; return await Other(); }")]
    [TestCase(
        "[Handler] ValueTask<int> Get(Task<bool> task) => task.{|HYP6001:Result|} ? new(1) : ValueTask.FromResult(2);",
        "[Handler] async ValueTask<int> Get(Task<bool> task) => await task ? 1 : 2;")]
    [TestCase(
        "[Handler] ValueTask Go(Task<int> task) { var x = task.{|HYP6001:Result|}; return More(x); }",
        "[Handler] async ValueTask Go(Task<int> task) { var x = await task; await More(x); }")]
    [TestCase(
        "[Handler] ValueTask<int> Get(Task<int> task) { var x = task.{|HYP6001:Result|} + Make().{|HYP6001:Result|}; return new(x); }",
        "[Handler] async ValueTask<int> Get(Task<int> task) { var x = await task + await Make(); return x; }")]
    [TestCase(
        "/// <summary>Gets.</summary>\n    [Handler]\n    // Why it is so.\n    ValueTask<int> Get() => new(Make().{|HYP6001:Result|});",
        "/// <summary>Gets.</summary>\n    [Handler]\n    // Why it is so.\n    async ValueTask<int> Get() => await Make();")]
    public Task Makes_the_handler_async(string before, string after) => FixRun.Check("HYP6001", Actor(before), Actor(after));

    [TestCase("[Handler] void Go(Task<int> task) => task.{|HYP6001:Wait|}();")]
    [TestCase("[Handler] async ValueTask Go(Task<int> task) { await Task.Yield(); lock (this) { task.{|HYP6001:Wait|}(); } }")]
    [TestCase("[Handler] async ValueTask Go(Task<int> task) { await Task.Yield(); Func<int> f = () => task.{|HYP6001:Result|}; _ = f(); }")]
    [TestCase("[Handler] ValueTask Go(Task<int> task) { if (task.{|HYP6001:Result|} > 0) { return More(1); } return default; }")]
    [TestCase("[Handler] void Go() => {|HYP6001:Thread.Sleep|}(1);")]
    [TestCase("[Handler] async ValueTask Go(Task<int> task) { await Task.Yield(); _ = task.{|HYP6001:Wait|}(5); }")]
    public Task Is_not_offered_where_it_is_not_mechanical(string handler) => FixRun.CheckNone("HYP6001", Actor(handler));

    private static string Handler(string body) => Actor(
        "[Handler] async ValueTask Go(Task<int> task, Task[] tasks) { await Task.Yield(); " + body + " Done(); }");

    private static string Actor(string handler) =>
        $$"""
        public sealed partial class A : Actor
        {
            {{handler}}
            private static Task<int> Make() => Task.FromResult(1);
            private ValueTask<int> Ask() => new(1);
            private ValueTask<int> Other() => new(2);
            private ValueTask More(int x) => default;
            private void Done() { }
        }
        """;
}
