namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP1008Tests
{
    private const string Types =
        """
        [Named] public partial record Step(string Text);
        [Named] internal partial record Secret(string Text);
        [Named] public partial record Pair<T>(T Left, T Right);
        [Named] public partial struct Sum : IReducer<long> { public static long Combine(long a, long b) => a + b; }
        [Export] public partial class Counter : Actor { [Handler] void Add(long amount) { } }
        [Handler] public partial interface IList { void Put(string item); }
        public interface IPlain { void Put(string item); }
        public record NotNamed(string Text);
        """;

    [TestCase("[{|HYP1008:Alias|}] public partial interface IFront;")]
    [TestCase("[{|HYP1008:Alias()|}] public partial interface IFront;")]
    [TestCase("[{|HYP1008:Alias(typeof(Step), typeof(Step))|}] public partial interface IFront;")]
    [TestCase("[{|HYP1008:Alias(typeof(Step), typeof(Sum))|}] public partial interface IFront;")]
    [TestCase("[{|HYP1008:Alias(typeof(Counter))|}] public partial interface IFront;")]
    [TestCase("[{|HYP1008:Alias(typeof(NotNamed))|}] public partial interface IFront;")]
    [TestCase("[{|HYP1008:Alias(typeof(IPlain))|}] public partial interface IFront;")]
    [TestCase("[{|HYP1008:Alias(typeof(string))|}] public partial interface IFront;")]
    [TestCase("[{|HYP1008:Alias(typeof(Step[]))|}] public partial interface IFront;")]
    [TestCase("[{|HYP1008:Alias(typeof(Pair<>))|}] public partial interface IFront;")]
    [TestCase("[{|HYP1008:Alias(typeof(Pair<IPlain>))|}] public partial interface IFront;")]
    [TestCase("[{|HYP1008:Alias(typeof(Secret))|}] public partial interface IFront;")]
    [TestCase("[{|HYP1008:Alias(typeof(IFront), typeof(Step))|}] public partial interface IFront;")]
    [TestCase("[{|HYP1008:Alias(typeof(Step))|}] public static partial class Front;")]
    [TestCase("[{|HYP1008:Alias(typeof(Step))|}] public partial interface IFront<T>;")]
    [TestCase("[{|HYP1008:Alias(typeof(Step))|}] public partial class Front : Actor;")]
    [TestCase("[{|HYP1008:Alias(typeof(Step))|}, Handler] public partial interface IFront { void Go(); }")]
    [TestCase("public partial class Outer { [{|HYP1008:Alias(typeof(Step))|}] private partial interface IFront; }")]
    [TestCase("[{|HYP1008:Alias(typeof(Step))|}] file partial interface IFront;")]
    [TestCase("public class IFrontClient; [{|HYP1008:Alias(typeof(Step))|}] public partial interface IFront;")]
    public async Task Reported(string source) => await RuleRun.Check(Types + "\n" + source);

    [Test]
    public async Task Reported_for_a_message_that_is_generated_in_the_same_project()
    {
        var (messages, _) = await RuleRun.Check(
            Types + "\n[{|HYP1008:Alias(typeof(Counter.AddMessage), typeof(Step))|}] public partial interface IFront;");
        Assert.That(messages, Has.One.Contains("'AddMessage' is generated in this project"));
    }

    [Test]
    public async Task Two_aliases_of_each_other_are_reported_once_each() => await RuleRun.Check(
        Types + """

        [{|HYP1008:Alias(typeof(ITwo), typeof(Step))|}] public partial interface IOne;
        [{|HYP1008:Alias(typeof(IOne), typeof(Pair<int>))|}] public partial interface ITwo;
        """);

    [TestCase("[Alias(typeof(Step))] public partial interface IFront;")]
    [TestCase("[Alias(typeof(Step), typeof(IList))] public sealed partial class Front;")]
    [TestCase("[Alias(typeof(Secret))] internal partial interface IFront;")]
    [TestCase("[Alias(typeof(Secret), typeof(Step))] public partial class Front;")]
    [TestCase("[Alias(typeof(Pair<int>), typeof(Pair<string>))] public partial interface IFront;")]
    [TestCase("[Alias(typeof(IInner), typeof(Step))] public partial interface IFront; [Alias(typeof(Step))] public partial interface IInner;")]
    [TestCase("public partial class Outer { [Alias(typeof(Step))] internal partial interface IFront; }")]
    [TestCase("[Named(\"front\"), Alias(typeof(Step))] public partial record Front;")]
    public async Task Not_reported(string source) => await RuleRun.Check(Types + "\n" + source);
}
