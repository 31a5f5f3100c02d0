namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP1001Tests
{
    [TestCase("[Export] public class {|HYP1001:A|} : Actor;")]
    [TestCase("public class {|HYP1001:A|} : Actor { [Handler] void M() { } }")]
    [TestCase("public class {|HYP1001:Outer|} { [Export] public partial class A : Actor; }")]
    [TestCase("public class {|HYP1001:Outer|} { [Export] public class {|HYP1001:A|} : Actor; }")]
    [TestCase("[Named] public record {|HYP1001:M|}(string Text);")]
    [TestCase("[Handler] public interface {|HYP1001:IProtocol|} { void M(); }")]
    public async Task Reported(string source) =>
        Assert.That((await RuleRun.Check(source)).Hints, Is.Empty);

    [TestCase("[Export] public partial class A : Actor;")]
    [TestCase("public partial class Outer { [Export] public partial class A : Actor; }")]
    [TestCase("[Named] public enum Mode { On }")]
    [TestCase("[Named] public record struct Point(int X, int Y);")]
    [TestCase("[Handler] public partial interface IProtocol { void M(); }")]
    [TestCase("public class A : Actor;")]
    public async Task Not_reported(string source) => await RuleRun.Check(source);
}
