namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP2009FixTests
{
    [Test]
    public Task Marks_the_reducer_where_it_is_declared() => FixRun.CheckFiles(
        "HYP2009",
        [
            """
            [Export] public partial class A : Actor { [Handler] ValueTask<long> Get() => new(1); }
            public static class Uses { public static object M(GangRef<A> gang, Client me) => (gang.GetAsync<Sum>(me), gang.GetAsync<Sum>(me)); }
            """,
            """
            /// <summary>Adds.</summary>
            public readonly struct Sum : IReducer<long> { public static long Combine(long earlier, long later) => earlier + later; }
            """,
        ],
        [
            """
            [Export] public partial class A : Actor { [Handler] ValueTask<long> Get() => new(1); }
            public static class Uses { public static object M(GangRef<A> gang, Client me) => (gang.GetAsync<Sum>(me), gang.GetAsync<Sum>(me)); }
            """,
            """
            /// <summary>Adds.</summary>
            [Named]
            public readonly struct Sum : IReducer<long> { public static long Combine(long earlier, long later) => earlier + later; }
            """,
        ]);
}
