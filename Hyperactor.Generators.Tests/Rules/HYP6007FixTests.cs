namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP6007FixTests
{
    [TestCase("{|HYP6007:Save|}();", "await Save();")]
    [TestCase("_ = {|HYP6007:Save|}(); // soon", "await Save(); // soon")]
    [TestCase("/* now */ this.{|HYP6007:Read|}();", "/* now */ await this.Read();")]
    [TestCase("async Task Inner() { await Task.Yield(); _ = {|HYP6007:Save|}(); } await Inner();", "async Task Inner() { await Task.Yield(); await Save(); } await Inner();")]
    public Task Awaits_the_call(string before, string after) => FixRun.Check("HYP6007", Source("async ValueTask", before), Source("async ValueTask", after));

    [TestCase("void", "{|HYP6007:Save|}();")]
    [TestCase("async ValueTask", "lock (this) { _ = {|HYP6007:Save|}(); }")]
    [TestCase("async ValueTask", "Action save = () => {|HYP6007:Save|}(); save();")]
    [TestCase("async ValueTask", "Run(); async void {|HYP6007:Run|}() => await Save();")]
    public Task Is_not_offered_where_one_cannot_await(string returns, string body) => FixRun.CheckNone("HYP6007", Source(returns, body));

    private static string Source(string returns, string body) =>
        $$"""
        public sealed partial class A : Actor
        {
            [Handler] {{returns}} Go()
            {
                {{(returns == "void" ? "" : "await Task.Yield();")}}
                {{body}}
            }

            private async Task Save() => await Task.Yield();
            private ValueTask<int> Read() => new(1);
        }
        """;
}
