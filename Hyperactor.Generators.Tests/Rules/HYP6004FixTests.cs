namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP6004FixTests
{
    [TestCase("_ = {|HYP6004:DateTime.UtcNow|};", "_ = cx.Time.GetUtcNow().UtcDateTime;")]
    [TestCase("_ = {|HYP6004:DateTime.Now|}.AddDays(1); // tomorrow", "_ = cx.Time.GetLocalNow().DateTime.AddDays(1); // tomorrow")]
    [TestCase("_ = {|HYP6004:DateTime.Today|};", "_ = cx.Time.GetLocalNow().Date;")]
    [TestCase("_ = {|HYP6004:DateTimeOffset.UtcNow|} - {|HYP6004:DateTimeOffset.Now|};", "_ = cx.Time.GetUtcNow() - cx.Time.GetLocalNow();")]
    [TestCase("_ = {|HYP6004:TimeProvider.System|}.GetUtcNow();", "_ = cx.Time.GetUtcNow();")]
    [TestCase("_ = {|HYP6004:Stopwatch.GetTimestamp|}();", "_ = cx.Time.GetTimestamp();")]
    [TestCase("_ = {|HYP6004:Stopwatch.GetElapsedTime|}(5);", "_ = cx.Time.GetElapsedTime(5);")]
    [TestCase("await {|HYP6004:Task.Delay|}(100, stopping);", "await Task.Delay(TimeSpan.FromMilliseconds(100), cx.Time, stopping);")]
    [TestCase("await {|HYP6004:Task.Delay|}(span, /* so that it ends */ stopping);", "await Task.Delay(span, cx.Time, /* so that it ends */ stopping);")]
    [TestCase("await task.{|HYP6004:WaitAsync|}(span, stopping);", "await task.WaitAsync(span, cx.Time, stopping);")]
    [TestCase("using var timer = new {|HYP6004:PeriodicTimer|}(span);", "using var timer = new PeriodicTimer(span, cx.Time);")]
    [TestCase("using CancellationTokenSource limit = {|HYP6004:new|}(50);", "using CancellationTokenSource limit = new(TimeSpan.FromMilliseconds(50), cx.Time);")]
    [TestCase("Func<DateTime> now = () => {|HYP6004:DateTime.UtcNow|}; _ = now();", "Func<DateTime> now = () => cx.Time.GetUtcNow().UtcDateTime; _ = now();")]
    public Task Goes_by_the_clock_of_the_context(string before, string after) => FixRun.Check("HYP6004", Source("Context cx, ", before), Source("Context cx, ", after));

    [TestCase("", "_ = {|HYP6004:DateTime.UtcNow|};")]
    [TestCase("Context cx, ", "_ = {|HYP6004:Stopwatch.StartNew|}();")]
    [TestCase("Context cx, ", "_ = {|HYP6004:Environment.TickCount64|};")]
    [TestCase("Context cx, ", "Func<DateTime> now = static () => {|HYP6004:DateTime.UtcNow|}; _ = now();")]
    [TestCase("Context cx, ", "await {|HYP6004:Task.Delay|}(cancellationToken: stopping, delay: span);")]
    public Task Is_not_offered_where_it_is_not_mechanical(string context, string body) => FixRun.CheckNone("HYP6004", Source(context, body));

    private static string Source(string context, string body) =>
        $$"""
        using System.Diagnostics;

        public sealed partial class A : Actor
        {
            [Handler] async ValueTask Go({{context}}TimeSpan span, Task task, CancellationToken stopping)
            {
                await Task.Yield();
                {{body}}
                _ = (span, task, stopping);
            }
        }
        """;
}
