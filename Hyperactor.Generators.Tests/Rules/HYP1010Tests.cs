namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP1010Tests
{
    [TestCase("a.{|HYP1010:Send|}(me, new Other(1));",
        "'A' does not handle 'Other': add a handler, [Handler] void On(Other message), or send one of: On, Add, GetAsync, ReportAsync")]
    [TestCase("gang.{|HYP1010:Cast|}(me, new Other(1));",
        "'A' does not handle 'Other': add a handler, [Handler] void On(Other message), or send one of: On, Add, GetAsync, ReportAsync")]
    [TestCase("list.{|HYP1010:Send|}(me, new Other(1));", "'IList' does not handle 'Other': add a handler, [Handler] void On(Other message), or send one of: Put")]
    [TestCase("handle.{|HYP1010:Send|}(me, new Step(1));", "A handle sends 'Step' by the method of its handler: 'On'")]
    [TestCase("a.{|HYP1010:Send|}(me, new A.GetMessage());", "'GetMessage' is answered by 'A': use its client 'GetAsync', and await it")]
    [TestCase("gang.{|HYP1010:Send|}(me, new Step(1));", "A gang is not sent 'Step', it is cast: use Cast")]
    [TestCase("a.{|HYP1010:Reset|}(me);", "'A' has no handler 'Reset': add one, [Handler] void Reset(…), or send one of: On, Add, GetAsync, ReportAsync")]
    [TestCase("handle.{|HYP1010:ResetAsync|}(me);", "'A' has no handler 'Reset': add one, [Handler] void Reset(…), or send one of: On, Add, GetAsync, ReportAsync")]
    [TestCase("handle.{|HYP1010:Plain|}(me, 3);", "'A.Plain' is no handler, so it cannot be sent to: mark it [Handler]")]
    [TestCase("handle.{|HYP1010:Get|}(me);", "The client of 'A.Get' is 'GetAsync': it is answered, so await it")]
    [TestCase("a.{|HYP1010:AddAsync|}(me, 1);", "The client of 'A.Add' is 'Add': nobody answers, so there is nothing to await")]
    [TestCase("gang.{|HYP1010:ReportAsync|}(me, port);", "'A.Report' cannot be cast, because its message may hold a port: mark it [Handler(Cast = true)]")]
    [TestCase("local.Bind().{|HYP1010:Add|}(me, 1);", "'Local' is not exported, so nothing reaches it by its address: mark it [Export]")]
    [TestCase("local.Bind().{|HYP1010:Send|}(me, new Step(1));", "'Local' is not exported, so nothing reaches it by its address: mark it [Export]")]
    [TestCase("far.{|HYP1010:Add|}(me, 1);", "The clients of 'Far' are in its namespace: add 'using Elsewhere;'")]
    public async Task Reported(string statement, string message)
    {
        var (messages, _) = await RuleRun.Check(Source(statement));
        Assert.That(messages, Is.EqualTo([message]));
    }

    [TestCase("a.Send(me, new Step(1)); gang.Cast(me, new Step(1)); a.Add(me, 1); list.Put(me, 3);")]
    [TestCase("handle.Add(me, 1); handle.On(me, new Step(1)); gang.Add(me, 1); local.Add(me, 1);")]
    [TestCase("handle.Stop(); Console.WriteLine(handle.Bind()); Console.WriteLine(a.ToString());")]
    public async Task Not_reported(string statement) => await RuleRun.Check(Source(statement));

    [TestCase("handle.Add(me, \"text\");")]
    [TestCase("handle.Add(me);")]
    [TestCase("handle.Stop(1, 2, 3, 4);")]
    [TestCase("a.Send(me, new Missing());")]
    [TestCase("missing.Reset(me);")]
    [TestCase("Console.Nothing(a);")]
    public async Task What_the_compiler_says_well_is_not_reported(string statement) =>
        Assert.That(await RuleRun.Reports(GeneratorRun.Of(Source(statement)).Output), Is.Empty);

    private static string Source(string statement) =>
        $$"""
        namespace Elsewhere
        {
            public sealed partial class Far : Actor { [Handler] void Add(int x) { } }
        }

        namespace Here
        {
            [Named] public sealed partial record Step(int X);
            [Named] public sealed partial record Other(int X);
            [Handler] public partial interface IList { void Put(int x); }
            [Export]
            public sealed partial class A : Actor
            {
                [Handler] void On(Step step) { }
                [Handler] void Add(int x) { }
                [Handler] ValueTask<int> Get() => new(1);
                [Handler] ValueTask Report(Context cx, PortRef<int> to) => default;
                void Plain(int x) { }
            }

            public sealed partial class Local : Actor { [Handler] void Add(int x) { } [Handler] void On(Step step) { } }

            public static class Use
            {
                public static void M(
                    Client me, ActorHandle<A> handle, ActorRef<A> a, GangRef<A> gang, ActorRef<IList> list, ActorHandle<Local> local,
                    ActorHandle<Elsewhere.Far> far, PortRef<int> port)
                {
                    {{statement}}
                }
            }
        }
        """;
}
