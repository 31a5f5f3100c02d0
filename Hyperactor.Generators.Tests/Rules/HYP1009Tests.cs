namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP1009Tests
{
    private const string Types =
        """
        using Hyperactor;
        [Named] public partial record Step(string Text);
        [Named] public partial record Other(string Text);
        [Alias(typeof(Step))] public partial interface ISteps;
        [Alias(typeof(Step), typeof(Other))] public partial class Both;
        [Handler] public partial interface IList { void Put(string item); ValueTask<bool> Has(string item); }
        [Handler] public partial interface IMore : IList { void Clear(); }
        [Alias(typeof(IList), typeof(Step))] public partial interface IListOfSteps;
        public interface IPlain;

        [Export] public partial class Stepper : Actor, IPlain { [Handler] void On(Step step) { } }
        [Export(typeof(IList))] public partial class Lister : Actor, IList
        {
            public void Put(string item) { }
            public ValueTask<bool> Has(string item) => new(true);
            [Handler] void On(Step step) { }
        }
        [Export] public partial class Special : Lister;
        [Export] public partial class {|HYP1012:Unexported|} : Actor, IList
        {
            public void Put(string item) { }
            public ValueTask<bool> Has(string item) => new(true);
            [Handler] void On(Other other) { }
        }
        public partial class Local : Actor { [Handler] void On(Step step) { } }

        """;

    [TestCase("ActorHandle<Stepper> a", "a.{|HYP1009:Bind<Both>|}();")]
    [TestCase("ActorHandle<Stepper> a", "a.{|HYP1009:Bind<IList>|}();")]
    [TestCase("ActorHandle<Stepper> a", "a.{|HYP1009:Bind<IListOfSteps>|}();")]
    [TestCase("ActorHandle<Lister> a", "a.{|HYP1009:Bind<IMore>|}();")]
    [TestCase("ActorHandle<Unexported> a", "a.{|HYP1009:Bind<IList>|}();")]
    [TestCase("ActorHandle<Unexported> a", "a.{|HYP1009:Bind<ISteps>|}();")]
    [TestCase("ActorHandle<Local> a", "a.{|HYP1009:Bind<ISteps>|}();")]
    [TestCase("ActorHandle<Stepper> a", "a.{|HYP1009:Bind<IPlain>|}();")]
    [TestCase("ActorHandle<Stepper> a", "a.{|HYP1009:Bind<string>|}();")]
    [TestCase("ActorHandle<Lister> a", "a.{|HYP1009:Bind<Special>|}();")]
    [TestCase("ActorHandle<Stepper>? a", "a?.{|HYP1009:Bind<Both>|}();")]
    [TestCase("ActorHandle<Stepper> a", "Func<ActorRef<IList>> f = a.{|HYP1009:Bind<IList>|};")]
    public async Task Reported(string parameter, string body) => await RuleRun.Check(
        $$"""{{Types}} public static class Use { public static void It({{parameter}}) { {{body}} } }""");

    [TestCase("ActorHandle<Stepper> a", "a.Bind<ISteps>().Step(null!, new(\"\"));")]
    [TestCase("ActorHandle<Lister> a", "a.Bind<ISteps>(); a.Bind<IList>(); a.Bind<IListOfSteps>(); a.Bind();")]
    [TestCase("ActorHandle<Special> a", "a.Bind<ISteps>(); a.Bind<IList>(); a.Bind<Lister>(); a.Bind<Special>(); a.Bind<Actor>();")]
    [TestCase("ActorHandle<Lister> a", "Func<ActorRef<IList>> f = a.Bind<IList>;")]
    [TestCase("Local a", "Bind<string>(); static void Bind<T>() { }")]
    public async Task Not_reported(string parameter, string body) => await RuleRun.Check(
        $$"""{{Types}} public static class Use { public static void It({{parameter}}) { {{body}} } }""");

    [Test]
    public async Task Not_reported_where_only_the_run_knows() => await RuleRun.Check(
        Types + """
        public static class Use
        {
            public static void It<TActor, TProtocol>(ActorHandle<TActor> a, ActorHandle<Stepper> b) where TActor : Actor
            {
                a.Bind<ISteps>();
                a.Bind<TProtocol>();
                b.Bind<TProtocol>();
            }
        }
        """);

    [TestCase("[{|HYP1009:Export(typeof(Both))|}] public partial class A : Actor { [Handler] void On(Step step) { } }")]
    [TestCase("[{|HYP1009:Export(typeof(IListOfSteps))|}] public partial class A : Actor { [Handler] void On(Step step) { } }")]
    [TestCase("[{|HYP1009:Export(typeof(ISteps), typeof(Both))|}] public partial class A : Actor { [Handler] void On(Step step) { } }")]
    public async Task Reported_where_an_actor_says_that_it_keeps_an_alias(string source) => await RuleRun.Check(Types + source);

    [TestCase("[Export(typeof(ISteps))] public partial class A : Actor { [Handler] void On(Step step) { } }")]
    [TestCase("[Export(typeof(Both))] public partial class A : Stepper { [Handler] void On(Other other) { } }")]
    [TestCase("[Export(typeof(IListOfSteps))] public partial class A : Lister;")]
    [TestCase("[Export(typeof(IListOfSteps), typeof(IList))] public partial class A : Unexported, IList { [Handler] void On(Step step) { } }")]
    public async Task Not_reported_where_it_does(string source) => await RuleRun.Check(Types + source);

    [Test]
    public async Task The_message_names_what_is_missing()
    {
        var (messages, _) = await RuleRun.Check(
            Types + "public static class Use { public static void It(ActorHandle<Stepper> a) => a.{|HYP1009:Bind<Both>|}(); }");
        Assert.That(messages, Does.Contain("'Stepper' cannot be bound as 'Both': it has no such handler of 'Other'"));
    }
}
