namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP2006Tests
{
    [TestCase("[Named, {|HYP2006:Bind|}] public partial record M(PortRef<int> Reply);")]
    [TestCase("[Named, {|HYP2006:Unbind|}] public partial record M(int X);")]
    [TestCase("[Named, {|HYP2006:Bind|}, Unbind] public partial record M(int X);")]
    [TestCase("[{|HYP2006:Bind|}, Unbind] public partial record M([property: Include] PortRef<int> Reply);")]
    [TestCase("[Named, Bind, Unbind] public partial record M([{|HYP2006:Include|}] int X, [Include] PortRef<int> Reply);")]
    [TestCase("[Named, Bind, Unbind] public partial record M([{|HYP2006:Include|}] ActorRef<A> X, [Include] PortRef<int> Reply);")]
    [TestCase("[Named, Bind, Unbind] public partial record M([Include] PortRef<int> Reply) { [{|HYP2006:Include|}] public List<string>? X { get; init; } }")]
    [TestCase("[Export] public partial class B : Actor { [Handler] void M([{|HYP2006:Include|}] string x) { } }")]
    [TestCase("[Handler] public partial interface I { void M([{|HYP2006:Include|}] string x); }")]
    public async Task Reported(string source) => await RuleRun.Check(source + A);

    [TestCase("[Named, Bind, Unbind] public partial record M([Include] PortRef<int> Reply);")]
    [TestCase("[Named, Bind, Unbind] public partial record M([Include] List<OncePortRef<int>?> Replies, PortRef<int> Own);")]
    [TestCase("[Named, Bind, Unbind] public partial record M(PortRef<int> Own);")]
    [TestCase("[Named] public partial record In(PortRef<int> Reply); [Named, Bind, Unbind] public partial record M([Include] In X);")]
    [TestCase("[Named, Bind, Unbind] public partial record M<T>([Include] T X);")]
    [TestCase("[Export] public partial class B : Actor { [Handler(Cast = true)] void M([Include] PortRef<int> x) { } }")]
    public async Task Not_reported(string source) => await RuleRun.Check(source + A);

    private const string A = " [Export] public partial class A : Actor;";
}
