namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP2003Tests
{
    [TestCase("[Handler(Cast = true)] void M(PortRef<int> {|HYP2003:reply|}) { }")]
    [TestCase("[Handler(Cast = true)] void M(List<PortRef<int>> {|HYP2003:replies|}) { }")]
    [TestCase("[Handler(Cast = true)] void M([Include] PortRef<int> a, OncePortRef<int>? {|HYP2003:b|}) { }")]
    [TestCase("[Handler(Cast = true)] void M(Loose {|HYP2003:m|}) { }")]
    [TestCase("[Handler(Cast = true)] void M(Unmarked {|HYP2003:m|}) { }")]
    public async Task Reported(string handler) => await RuleRun.Check(
        $$"""
        [Named, Bind, Unbind] public partial record Loose(PortRef<int> Reply);
        [Named] public partial record Unmarked(PortRef<int> Reply);
        [Export] public partial class A : Actor { {{handler}} }
        """);

    [TestCase("[Named] public partial record M([Include] PortRef<int> {|HYP2003:Reply|});")]
    [TestCase("[Named, Bind] public partial record M([Include] PortRef<int> {|HYP2003:Reply|});")]
    [TestCase("[Named, Unbind] public partial class M { [Include] public PortRef<int> {|HYP2003:Reply|} { get; init; } }")]
    public async Task Reported_for_a_message_that_is_not_bound(string source) =>
        Assert.That((await RuleRun.Check(source)).Hints, Is.Empty);

    [TestCase("[Handler(Cast = true)] void M([Include] PortRef<int> reply) { }")]
    [TestCase("[Handler(Cast = true)] void M(Bound m) { }")]
    [TestCase("[Handler(Cast = true)] void M(string plain) { }")]
    [TestCase("[Handler] void M(PortRef<int> reply) { }")]
    public async Task Not_reported(string handler) => await RuleRun.Check(
        $$"""
        [Named] public partial record Inner(List<PortRef<int>> Ports);
        [Named, Bind, Unbind] public partial record Bound([Include] Inner Inner, [property: Include] PortRef<int> Reply);
        [Export] public partial class A : Actor { {{handler}} }
        """);
}
