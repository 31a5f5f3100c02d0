namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP2009Tests
{
    [TestCase("gang.GetAsync<{|HYP2009:Plain|}>(me)")]
    [TestCase("gang.CallAsync<A, A.GetMessage, long, {|HYP2009:Plain|}>(me, new A.GetMessage())")]
    [TestCase("gang.ReduceAsync<A.GetMessage, long, {|HYP2009:Plain|}>(me, port => new A.GetMessage())")]
    public async Task Reported(string call) => await Check(call);

    [TestCase("gang.GetAsync<Good>(me)")]
    [TestCase("Use<Plain>()")]
    [TestCase("gang.GetAsync<T>(me)")]
    public async Task Not_reported(string call) => await Check(call);

    private static async Task Check(string call) => await RuleRun.Check(
        $$"""
        public readonly struct Plain : IReducer<long> { public static long Combine(long earlier, long later) => earlier + later; }
        [Named] public readonly struct Good : IReducer<long> { public static long Combine(long earlier, long later) => earlier + later; }
        [Export] public partial class A : Actor { [Handler] ValueTask<long> Get() => new(1); }
        public static class Uses
        {
            static int Use<TReducer>() where TReducer : IReducer<long> => 0;
            public static object M<T>(GangRef<A> gang, Client me) where T : IReducer<long> => {{call}};
        }
        """);
}
