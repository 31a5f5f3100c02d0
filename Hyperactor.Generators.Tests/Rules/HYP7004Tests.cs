namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP7004Tests
{
    [TestCase("r.Send(cx, 1); {|HYP7004:r.Send(cx, 2)|};")]
    [TestCase("r.Send(cx, 1); if (x > 0) { {|HYP7004:r.Send(cx, 2)|}; }")]
    [TestCase("if (x > 0) { r.Send(cx, 1); } else { r.Send(cx, 2); } {|HYP7004:r.Send(cx, 3)|};")]
    [TestCase("r.Send(cx, 1); r.GetHashCode(); {|HYP7004:r.Send(cx, 2, null)|};")]
    [TestCase("r.Send(cx, x > 0 ? 1 : 2); {|HYP7004:r.Send(cx, x < 0 ? 1 : 2)|};")]
    public async Task Reported(string body) => await Check(body);

    [TestCase("r.Send(cx, 1);")]
    [TestCase("if (x > 0) r.Send(cx, 1); else r.Send(cx, 2);")]
    [TestCase("if (x > 0) { r.Send(cx, 1); return; } r.Send(cx, 2);")]
    [TestCase("if (x > 0) r.Send(cx, 1); if (x <= 0) r.Send(cx, 2); throw new InvalidOperationException();")]
    [TestCase("try { r.Send(cx, int.Parse(\"1\")); } catch (FormatException) { r.Send(cx, 2); }")]
    [TestCase("do { r.Send(cx, 1); } while (x > 0);")]
    [TestCase("r.Send(cx, 1); s.Send(cx, 2); s.Send(cx, 3);")]
    public async Task Not_reported(string body) => await Check(body);

    [Test]
    public async Task Port_of_a_message_is_reported() => await RuleRun.Check(
        """
        [Named] public sealed partial record Ask(OncePortRef<int> Reply);
        public partial class A : Actor { [Handler] void On(Context cx, Ask m) { m.Reply.Send(cx, 1); {|HYP7004:m.Reply.Send(cx, 2)|}; } }
        """);

    private static async Task Check(string body) => await RuleRun.Check(
        $$"""public sealed partial class A : Actor { [Handler] void M(Context cx, int x, OncePortRef<int> r, PortRef<int> s) { {{body}} } }""");
}
