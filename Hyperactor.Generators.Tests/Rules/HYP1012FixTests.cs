namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP1012FixTests
{
    private const string Protocols = "[Handler] public partial interface I { void M(); } namespace N { [Handler] public partial interface J { void K(); } }\n";
    private const string Members = " { public void M() { } public void K() { } }";

    [TestCase("[Export] public partial class A : Actor, I", "[Export(typeof(I))] public partial class A : Actor, I")]
    [TestCase("[Export(Spawn = true)] public partial class A : Actor, I", "[Export(typeof(I), Spawn = true)] public partial class A : Actor, I")]
    [TestCase("[Export(typeof(I))] public partial class A : Actor, I, N.J", "[Export(typeof(I), typeof(N.J))] public partial class A : Actor, I, N.J")]
    [TestCase("[Export] public partial class A : Actor, I, N.J", "[Export(typeof(I), typeof(N.J))] public partial class A : Actor, I, N.J")]
    public Task Exports_it(string before, string after) =>
        FixRun.CheckFiles("HYP1012", [Protocols + before + Members], [Protocols + after + Members]);
}
