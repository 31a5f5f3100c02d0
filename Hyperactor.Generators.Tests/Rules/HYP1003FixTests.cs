namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP1003FixTests
{
    [TestCase(
        "[Handler] void Pay(decimal amount) { } [Handler] void {|HYP1003:Pay|}(decimal amount, string card) { }",
        "[Handler] void Pay(decimal amount) { } [Handler(Name = \"PayCard\")] void Pay(decimal amount, string card) { }")]
    [TestCase(
        "[Handler] void Close() { } [Handler] ValueTask {|HYP1003:CloseAsync|}() => default;",
        "[Handler] void Close() { } [Handler(Name = \"Close2\")] ValueTask CloseAsync() => default;")]
    [TestCase(
        "[Handler] void M(int x) { } [Handler] void {|HYP1003:M|}(long x) { } [Handler] void {|HYP1003:M|}(string text) { }",
        "[Handler] void M(int x) { } [Handler(Name = \"MX\")] void M(long x) { } [Handler(Name = \"MText\")] void M(string text) { }")]
    [TestCase(
        "public class MMessage; [Handler(Cast = true)] void {|HYP1003:M|}(int x) { }",
        "public class MMessage; [Handler(Name = \"MX\", Cast = true)] void M(int x) { }")]
    [TestCase(
        "[Handler(Name = \"N\")] void M() { } [Handler(Name = \"N\")] void {|HYP1003:O|}() { }",
        "[Handler(Name = \"N\")] void M() { } [Handler(Name = \"N2\")] void O() { }")]
    public Task Names_it(string before, string after) => FixRun.CheckFiles(
        "HYP1003", [RuleRun.Unmark(Actor(before)).Source], [Actor(after)]);

    [TestCase("[Handler] void M(Note note) { } [Handler] void {|HYP1003:N|}(Note note) { }")]
    public Task Not_offered_where_a_name_is_no_remedy(string members) => FixRun.CheckNone("HYP1003", Actor(members));

    private static string Actor(string members) =>
        $$"""[Named] public partial record Note; [Export] public partial class A : Actor { {{members}} }""";
}
