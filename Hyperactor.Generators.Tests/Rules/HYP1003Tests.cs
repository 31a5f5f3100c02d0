namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP1003Tests
{
    private const string Step = "[Named] public partial record Step(string Text);";

    [TestCase("[Handler] void M(int x) { } [Handler] void {|HYP1003:M|}(string x) { }")]
    [TestCase("[Handler] void M(int x) { } [Handler] ValueTask {|HYP1003:MAsync|}(string x) => default;")]
    [TestCase("[Handler] void On(Step s) { } [Handler] void {|HYP1003:Other|}(Step s) { }")]
    [TestCase("[Handler] void On(Step s) { } [Handler(Name = \"On\")] void Many(int x) { } [Handler] void {|HYP1003:On|}(string x) { }")]
    [TestCase("[Handler(Name = \"MAsync\")] void N(int x) { } [Handler] ValueTask {|HYP1003:M|}(int x) => default;")]
    [TestCase("public sealed class MMessage; [Handler] void {|HYP1003:M|}() { }")]
    public async Task Reported(string members) =>
        await RuleRun.Check($$"""{{Step}} [Export] public partial class A : Actor { {{members}} }""");

    [Test]
    public async Task Reported_for_a_protocol_and_an_own_handler() => await RuleRun.Check(
        """
        [Handler] public partial interface IList { void Add(string item); }
        [Export(typeof(IList))] public partial class {|HYP1003:A|} : Actor, IList { [Handler] public void Add(string item) { } }
        """);

    [TestCase("[Export] public partial class {|HYP1003:A|} : Actor { int HandlerTable => 1; [Handler] void M() { } }")]
    [TestCase("[Export] public partial class {|HYP1003:A|} : Actor { [Handler] void HandlerTable() { } }")]
    [TestCase("[Export(Spawn = true)] public partial class {|HYP1003:A|} : Actor { class Spawning; }")]
    [TestCase("[Export(Spawn = true)] public partial class {|HYP1003:A|} : Actor { record SpawnParameters; }")]
    [TestCase("public class AClient; [Export] public partial class {|HYP1003:A|} : Actor { [Handler] void M() { } }")]
    [TestCase("public class IAClient; [Handler] public partial interface {|HYP1003:IA|} { void M(); }")]
    public async Task Reported_for_a_name_that_is_needed(string source) => await RuleRun.Check(source);

    [TestCase("[Handler] void On(Step s) { } [Handler] void On(Stop s) { }")]
    [TestCase("class Spawning; int Handlers => 1; record SpawnParameters; [Handler] void M() { }")]
    [TestCase("[Handler] void M(int x) { } [Handler(Name = \"N\")] void M(string x) { }")]
    [TestCase("[Handler] ValueTask<int> Get() => new(1); [Handler] void Gets() { }")]
    public async Task Not_reported(string members) => await RuleRun.Check(
        $$"""
        {{Step}} [Named] public partial record Stop(string Text);
        [Export] public partial class A : Actor { {{members}} }
        """);
}
