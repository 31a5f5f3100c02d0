namespace Hyperactor.Generators.Tests;

/// <summary>Named sets of messages.</summary>
public sealed class AliasTests
{
    private const string Messages =
        """
        namespace Samples;

        /// <summary>One step of the work.</summary>
        [Named, Bind, Unbind] public sealed partial record Step(int Epoch, [Include] PortRef<long> Reply);
        [Named] public sealed partial record StopMessage(string? Why, PortRef<long> Reply);
        [Named] public sealed partial record Pair<T>(T First, T Second);
        """;

    private const string Front =
        """
        namespace Samples;

        [Alias(typeof(Step), typeof(StopMessage))] public partial interface IWork;

        /// <summary>What the front of the shop takes.</summary>
        [Named("samples.front"), Alias(typeof(Shop.IShoppingList), typeof(IWork), typeof(Pair<int>), typeof(Step))]
        public sealed partial class Front;
        """;

    [Test]
    public void An_alias_has_clients_of_messages_protocols_and_other_aliases()
    {
        var contracts = GeneratorRun.Of(Compiling.Create("Contracts", false, [], Messages, ProtocolTests.ShoppingList)).Compiles();
        Snapshot.Verify(GeneratorRun.Of(Compiling.Create("Front", false, [Compiling.Emit(contracts.Output)], Front)).Compiles());
    }

    [Test]
    public void Clients_are_called_without_the_actor() => GeneratorRun.Of(
        Messages, ProtocolTests.ShoppingList, Front,
        """
        using Samples; using Shop;
        public static class Use
        {
            public static async Task It(ICanCall me, ActorRef<Front> front, GangRef<Front> gang, ActorRef<IWork> work, Step step)
            {
                front.Step(me, step);
                front.Stop(me, new StopMessage(null, default));
                front.Pair(me, new Pair<int>(1, 2));
                front.Add(me, "milk");
                bool there = await front.ExistsAsync(me, "milk");
                await front.ClearAsync(me);
                gang.Step(me, step);
                gang.Add(me, "bread");
                work.Step(me, step);
                front.Send(me, step);
            }
        }
        """).Compiles();

    [Test]
    public void What_holds_a_port_that_relays_cannot_rewrite_is_not_cast() => Assert.That(
        GeneratorRun.Of(Messages, ProtocolTests.ShoppingList, Front).Text("Samples.IWork.Client.g.cs"),
        Does.Contain("GangRef<global::Samples.IWork> gang").And.Not.Contain("StopMessage message,\n"));

    [Test]
    public void Messages_that_were_generated_in_another_assembly_are_sent_as_values()
    {
        var actors = GeneratorRun.Of(Compiling.Create("Actors", false, [], "global using System.IO;\n" + ActorTests.Counter)).Compiles();
        GeneratorRun.Of(Compiling.Create(
            "Front", false, [Compiling.Emit(actors.Output)],
            """
            [Alias(typeof(Samples.Counter.AddMessage), typeof(Samples.Counter.GetMessage), typeof(Samples.Counter.SaveMessage))]
            public partial interface ICount;
            public static class Use
            {
                public static async Task<long> It(ICanCall me, ActorRef<ICount> count)
                {
                    count.Add(me, new Samples.Counter.AddMessage(1));
                    Unit saved = await count.SaveAsync(me, new("path"));
                    return await count.GetAsync(me, new());
                }
            }
            """)).Compiles();
    }

    [Test]
    public async Task An_alias_stands_for_unions_messages_with_replies_and_protocols_of_messages()
    {
        var run = GeneratorRun.Of(
            """
            namespace Samples;
            [Named, Handler] public abstract partial record Vote
            {
                public sealed partial record Set(int Value) : Vote;
                public sealed partial record Get([Reply] OncePortRef<int> Value) : Vote;
            }
            [Named, Handler] public sealed partial record Ping(int Number, [Reply] OncePortRef<int> Pong);
            [Named] public sealed partial record Ask(string What, [Reply] OncePortRef<string> Answer);
            [Alias(typeof(Vote), typeof(Ping), typeof(Ask))] public partial interface IFront;

            [Export(typeof(Vote), typeof(Ping), typeof(IFront))]
            public sealed partial class Voter : Actor, IVoteHandler, IPingHandler
            {
                public ValueTask Set(Context context, int value) => default;
                public ValueTask<int> Get(Context context) => new(1);
                public ValueTask<int> Ping(Context context, int number) => new(number);
                [Handler] private ValueTask<string> On(Ask ask) => new(ask.What);
            }
            public static class Use
            {
                public static async Task It(ActorHandle<Voter> voter, ICanCall me)
                {
                    ActorRef<IFront> front = voter.Bind<IFront>();
                    front.Set(me, 1);
                    front.Send(me, (Vote)new Vote.Set(2));
                    int x = await front.GetAsync(me) + await front.PingAsync(me, 3);
                    string y = await front.AskAsync(me, new Ask("x", default));
                    voter.Bind<Vote>().Set(me, 1);
                    voter.Bind<Ping>();
                }
            }
            """).Compiles();
        Assert.That(await RuleRun.Reports(run.Output), Is.Empty);
    }

    [Test]
    public async Task Handlers_of_unions_are_inherited_from_another_assembly()
    {
        var first = GeneratorRun.Of(Compiling.Create(
            "Votes", false, [],
            """
            namespace Votes;
            [Named, Handler] public abstract partial record Vote
            {
                public sealed partial record Set(int Value) : Vote;
                public sealed partial record Get([Reply] OncePortRef<int> Value) : Vote;
            }
            [Export(typeof(Vote))]
            public partial class Voter : Actor, IVoteHandler
            {
                public ValueTask Set(Context context, int value) => default;
                public ValueTask<int> Get(Context context) => new(1);
            }
            """)).Compiles();
        var second = GeneratorRun.Of(Compiling.Create(
            "Special", false, [Compiling.Emit(first.Output)],
            """
            using Votes;
            [Export] public sealed partial class Special : Voter { [Handler] private void Extra() { } }
            public static class Use
            {
                public static async Task<int> It(ActorHandle<Special> a, ICanCall me)
                {
                    a.Set(me, 1);
                    a.Send(me, (Vote)new Vote.Set(2));
                    a.Bind<Vote>().Set(me, 3);
                    return await a.GetAsync(me) + await a.Bind().GetAsync(me);
                }
            }
            """)).Compiles();
        Assert.That(await RuleRun.Reports(second.Output), Is.Empty);
    }
}
