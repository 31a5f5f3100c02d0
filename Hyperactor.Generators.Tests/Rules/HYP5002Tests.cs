namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP5002Tests
{
    [TestCase("Action a = {|HYP5002:new C().M|};")]
    [TestCase("Run({|HYP5002:new C().M|});")]
    [TestCase("System.Linq.Expressions.Expression<Action<C>> e = c => {|HYP5002:c.M()|};")]
    public async Task Reported(string use) => await RuleRun.Check(
        $$"""
        public class C { [Instrument] public virtual void M() { } }
        public static class Caller { static void Run(Action a) { } public static void Call() { {{use}} } }
        """);

    [Test]
    public async Task Reported_for_a_call_past_overrides() => await RuleRun.Check(
        """
        public class C { [Instrument] public virtual void M() { } }
        public class D : C { public override void M() => {|HYP5002:base.M()|}; }
        """);

    [Test]
    public async Task Reported_for_a_receiver_of_a_type_parameter() => await RuleRun.Check(
        """
        public interface I { [Instrument] void M(); }
        public static class Caller { public static void Call<T>(T t) where T : I => {|HYP5002:t.M()|}; }
        """);

    [TestCase("new C().M();")]
    [TestCase("C? c = null; c?.M();")]
    [TestCase("Action a = () => new C().M();")]
    [TestCase("_ = nameof(C.M);")]
    [TestCase("Action a = new C().Plain;")]
    public async Task Not_reported(string use) => await RuleRun.Check(
        $$"""
        public class C { [Instrument] public void M() { } public void Plain() { } }
        public static class Caller { public static void Call() { {{use}} } }
        """);

    [Test]
    public async Task Not_reported_for_handlers() => await RuleRun.Check(
        "public partial class A : Actor { [Instrument, Handler] void M(int x) { } [Handler] void N() { Action<int> a = M; a(1); } }");
}
