namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP6009Tests
{
    private static string Actor(string members) =>
        $$"""
        using System.IO;
        using System.Net.Http;
        using System.Threading.Channels;

        [Handler] public partial interface IDesk { ValueTask<int> Open(string name); }
        [Export] public sealed partial class Stock : Actor { [Handler] ValueTask<int> Count() => new(1); }

        [Export(typeof(IDesk))]
        public sealed partial class A(HttpClient http, Stream stream, SemaphoreSlim gate, ChannelReader<int> channel, ActorRef<Stock> stock) : Actor, IDesk
        {
            {{members}}
            public ValueTask<int> Open(string name) => new(Keep().Length);
            private string Keep() => $"{http}{stream}{gate}{channel}{stock}";
        }
        """;

    [TestCase("[Handler] async ValueTask<int> Go(string url) => (await http.{|HYP6009:GetStringAsync|}(url)).Length;")]
    [TestCase("[Handler] async ValueTask Go(Context cx) => await {|HYP6009:Task.Delay|}(TimeSpan.FromSeconds(1), cx.Time);")]
    [TestCase("[Handler] async ValueTask<int> Go(byte[] b) => await stream.{|HYP6009:ReadAsync|}(b);")]
    [TestCase("[Handler] async ValueTask Go() => await gate.{|HYP6009:WaitAsync|}();")]
    [TestCase("[Handler] async ValueTask<int> Go() => await channel.{|HYP6009:ReadAsync|}();")]
    [TestCase("[Handler] async ValueTask<string> Go(Context cx) { using var port = cx.OpenOncePort<string>(); return await port.{|HYP6009:ReceiveAsync|}(); }")]
    public async Task Reported(string members) => await RuleRun.Check(Actor(members));

    [TestCase("[Handler] async ValueTask<int> Go(string url, CancellationToken stopping) => (await http.GetStringAsync(url, stopping)).Length;")]
    [TestCase("[Handler] async ValueTask Go(Context cx) => await Task.Delay(TimeSpan.FromSeconds(1), cx.Time, cx.Stopping);")]
    [TestCase("[Handler] async ValueTask<int> Go(Context cx, byte[] b) => await stream.ReadAsync(b, cx.Stopping);")]
    [TestCase("[Handler] async ValueTask Go() => await gate.WaitAsync(CancellationToken.None);")]
    [TestCase("[Handler] async ValueTask<int> Go(Context cx) => await stock.CountAsync(cx);")]
    [TestCase("[Handler] async ValueTask Go() => await Task.Yield();")]
    [TestCase("[Handler] async ValueTask Go(string path) => await File.WriteAllTextAsync(path, path);")]
    [TestCase("internal async ValueTask Go(TaskCompletionSource done) => await done.Task;")]
    [TestCase("public async Task Beside() => await gate.WaitAsync();")]
    public async Task Not_reported(string members) => await RuleRun.Check(Actor(members));
}
