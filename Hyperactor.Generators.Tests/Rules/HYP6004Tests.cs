namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP6004Tests
{
    private static string InHandler(string body) =>
        $$"""
        using System.Diagnostics;

        public sealed partial class A(TimeProvider clock, DateTime start) : Actor
        {
            private readonly DateTimeOffset _made = DateTimeOffset.UtcNow;
            [Handler] async ValueTask Go(Context cx, Task task, CancellationToken stopping)
            {
                await Task.Yield();
                {{body}}
                _ = (clock, start, _made, task, stopping);
            }
        }
        """;

    [TestCase("_ = {|HYP6004:DateTime.Now|};")]
    [TestCase("_ = {|HYP6004:DateTime.UtcNow|}.AddDays(1);")]
    [TestCase("_ = {|HYP6004:DateTime.Today|};")]
    [TestCase("_ = {|HYP6004:DateTimeOffset.Now|};")]
    [TestCase("_ = {|HYP6004:DateTimeOffset.UtcNow|};")]
    [TestCase("_ = {|HYP6004:Environment.TickCount64|};")]
    [TestCase("_ = {|HYP6004:TimeProvider.System|}.GetUtcNow();")]
    [TestCase("_ = {|HYP6004:Stopwatch.StartNew|}();")]
    [TestCase("_ = {|HYP6004:Stopwatch.GetTimestamp|}();")]
    [TestCase("_ = new {|HYP6004:Stopwatch|}();")]
    [TestCase("await {|HYP6004:Task.Delay|}(100, stopping);")]
    [TestCase("await {|HYP6004:Task.Delay|}(TimeSpan.FromSeconds(1), stopping);")]
    [TestCase("await task.{|HYP6004:WaitAsync|}(TimeSpan.FromSeconds(1), stopping);")]
    [TestCase("using var timer = new {|HYP6004:PeriodicTimer|}(TimeSpan.FromSeconds(1));")]
    [TestCase("using var limit = new {|HYP6004:CancellationTokenSource|}(1000);")]
    [TestCase("using CancellationTokenSource limit = {|HYP6004:new|}(TimeSpan.FromSeconds(1));")]
    [TestCase("using var limit = CancellationTokenSource.CreateLinkedTokenSource(stopping); limit.{|HYP6004:CancelAfter|}(5);")]
    public async Task Reported(string body) => await RuleRun.Check(InHandler(body));

    [TestCase("_ = cx.Time.GetUtcNow();")]
    [TestCase("_ = clock.GetTimestamp();")]
    [TestCase("await Task.Delay(TimeSpan.FromSeconds(1), cx.Time, stopping);")]
    [TestCase("await Task.Delay(Timeout.Infinite, stopping);")]
    [TestCase("await Task.Delay(Timeout.InfiniteTimeSpan, stopping);")]
    [TestCase("await task.WaitAsync(stopping);")]
    [TestCase("await task.WaitAsync(TimeSpan.FromSeconds(1), cx.Time, stopping);")]
    [TestCase("using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), cx.Time);")]
    [TestCase("using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(1), cx.Time);")]
    [TestCase("using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(1), cx.Time); limit.CancelAfter(5);")]
    [TestCase("using var source = new CancellationTokenSource();")]
    [TestCase("_ = DateTime.UnixEpoch;")]
    [TestCase("_ = nameof(DateTime.UtcNow);")]
    [TestCase("_ = new DateTime(2020, 1, 1).Day + start.Day;")]
    public async Task Not_reported(string body) => await RuleRun.Check(InHandler(body));

    [Test]
    public async Task Not_reported_outside_actors() => await RuleRun.Check(
        """
        public sealed class Clock { public DateTime Now => DateTime.UtcNow; }
        public sealed partial class A : Actor { [Handler] void Go(Clock clock) => _ = clock.Now; public static DateTime Born() => DateTime.Now; }
        """);
}
