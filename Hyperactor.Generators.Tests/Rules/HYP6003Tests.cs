using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP6003Tests
{
    private static string Pair(string order, string reserve) =>
        $$"""
        using System.Linq;

        [Named, Handler] public partial interface IStock { ValueTask<int> Reserve(int n); ValueTask<int> Count(); void Note(int n); }

        [Export]
        public sealed partial class Orders(ActorRef<Stock> stock, ActorRef<IStock> any, GangRef<Stock> all, Client me) : Actor
        {
            [Handler] async ValueTask<int> Place(Context cx, int n) { {{order}} await Task.Yield(); _ = (stock, any, all, me); return n; }
            [Handler] ValueTask<int> Cancel(int n) => new(n);
        }

        [Export(typeof(IStock))]
        public sealed partial class Stock(ActorRef<Orders> orders, ActorHandle<Orders> near) : Actor, IStock
        {
            public ValueTask<int> Reserve(int n) => new(n);
            public ValueTask<int> Count() => new(1);
            public void Note(int n) { }
            [Handler] async ValueTask Discard(Context cx, int n) { {{reserve}} await Task.Yield(); _ = (orders, near); }
        }

        [Named] public readonly partial struct Sum : IReducer<int> { public static int Combine(int a, int b) => a + b; }
        """;

    [TestCase("await stock.{|HYP6003:ReserveAsync|}(cx, n);", "await orders.CancelAsync(cx, n);")]
    [TestCase("await stock.{|HYP6003:ReserveAsync|}(cx, n);", "await near.CancelAsync(cx, n);")]
    [TestCase("await any.{|HYP6003:ReserveAsync|}(cx, n);", "await orders.CancelAsync(cx, n);")]
    [TestCase("await all.{|HYP6003:ReserveAsync|}<Sum>(cx, n);", "await orders.CancelAsync(cx, n);")]
    [TestCase("var asked = stock.{|HYP6003:ReserveAsync|}(cx, n); await asked;", "await orders.CancelAsync(cx, n);")]
    [TestCase("await Task.WhenAll(stock.{|HYP6003:ReserveAsync|}(cx, n).AsTask());", "await orders.CancelAsync(cx, n);")]
    [TestCase("await Task.WhenAll(Enumerable.Range(0, n).Select(i => stock.{|HYP6003:ReserveAsync|}(cx, i).AsTask()));", "await orders.CancelAsync(cx, n);")]
    [TestCase("var tasks = new List<Task>(); tasks.Add(stock.{|HYP6003:ReserveAsync|}(cx, n).AsTask()); await Task.WhenAll(tasks);", "await orders.CancelAsync(cx, n);")]
    [TestCase("async Task Ask() => await stock.{|HYP6003:ReserveAsync|}(cx, n); await Ask();", "await orders.CancelAsync(cx, n);")]
    [TestCase("await any.{|HYP6003:CallAsync|}<IStock, IStock.CountMessage, int>(cx, new());", "await near.CallAsync(cx, Orders.HandlerTable.Cancel, new(1));")]
    public async Task Reported(string order, string discard) => await RuleRun.Check(Pair(order, discard));

    [TestCase("await stock.ReserveAsync(cx, n);", "")]
    [TestCase("", "await orders.CancelAsync(cx, n);")]
    [TestCase("any.Note(cx, n);", "await orders.CancelAsync(cx, n);")]
    [TestCase("await stock.ReserveAsync(cx, n);", "_ = ((Func<ValueTask<int>>)(() => orders.CancelAsync(cx, n)));")]
    [TestCase("await any.CountAsync(cx);", "var kept = orders.CancelAsync(cx, n); Keep(kept.AsTask()); static void Keep(Task t) { }")]
    [TestCase("Func<Task> later = () => Task.CompletedTask; await later();", "await orders.CancelAsync(cx, n);")]
    public async Task Not_reported(string order, string discard) => await RuleRun.Check(Pair(order, discard));

    [Test]
    public async Task Names_the_ring_and_points_at_every_call()
    {
        var source = RuleRun.Unmark(Pair("await stock.ReserveAsync(cx, n);", "await orders.CancelAsync(cx, n);")).Source;
        var report = (await RuleRun.Reports(GeneratorRun.Of(source).Output)).Single();
        Assert.That(report.GetMessage(), Does.Contain("Orders.Place → Stock.Reserve; Stock.Discard → Orders.Cancel"));
        Assert.That(report.AdditionalLocations.Select(l => Text(source, l)), Is.EqualTo(new[] { "CancelAsync" }));
    }

    [Test]
    public async Task A_ring_of_three_is_reported_once_and_told_from_handler_to_handler()
    {
        var (messages, _) = await RuleRun.Check(
            """
            [Export] public sealed partial class A(ActorRef<B> b) : Actor { [Handler] async ValueTask Go(Context cx) => await b.{|HYP6003:GoAsync|}(cx); }
            [Export] public sealed partial class B(ActorRef<C> c) : Actor
            {
                [Handler] async ValueTask Go(Context cx) { await c.LookAsync(cx); await c.GoAsync(cx); }
            }
            [Export] public sealed partial class C(ActorRef<A> a) : Actor
            {
                [Handler] ValueTask Look() => default;
                [Handler] async ValueTask Go(Context cx) => await Back(cx);
                private async ValueTask Back(Context cx) => await a.GoAsync(cx);
            }
            """);
        Assert.That(messages[0], Does.Contain("A.Go → B.Go → C.Go → A.Go;"));
    }

    [Test]
    public async Task Two_rings_are_two_reports() => await RuleRun.Check(
        """
        [Export] public sealed partial class A(ActorRef<B> b, ActorRef<C> c) : Actor
        {
            [Handler] async ValueTask One(Context cx) => await b.{|HYP6003:GoAsync|}(cx);
            [Handler] async ValueTask Two(Context cx) => await c.{|HYP6003:GoAsync|}(cx);
        }
        [Export] public sealed partial class B(ActorRef<A> a) : Actor { [Handler] async ValueTask Go(Context cx) => await a.OneAsync(cx); }
        [Export] public sealed partial class C(ActorRef<A> a) : Actor { [Handler] async ValueTask Go(Context cx) => await a.TwoAsync(cx); }
        """);

    [Test]
    public async Task Reported_within_one_class_if_its_handlers_call_each_other() => await RuleRun.Check(
        """
        [Export] public sealed partial class Peer(ActorRef<Peer> other) : Actor
        {
            [Handler] async ValueTask Ask(Context cx) => await other.{|HYP6003:AnswerAsync|}(cx);
            [Handler] async ValueTask Answer(Context cx) => await other.AskAsync(cx);
        }
        """);

    [Test]
    public async Task Not_reported_for_a_tree_of_one_class() => await RuleRun.Check(
        """
        [Export] public sealed partial class Node(ActorRef<Node>[] children) : Actor
        {
            [Handler] ValueTask<int> Weight() => new(1);
            [Handler] async ValueTask<int> Sum(Context cx)
            {
                var sum = 0;
                foreach (var child in children) { sum += await child.SumAsync(cx) + await child.WeightAsync(cx); }
                return sum;
            }
        }
        """);

    [Test]
    public async Task Not_reported_for_calls_outside_actors() => await RuleRun.Check(
        """
        [Export] public sealed partial class A(ActorRef<B> b) : Actor { [Handler] async ValueTask Go(Context cx) => await b.GoAsync(cx); }
        [Export] public sealed partial class B(ActorRef<A> a) : Actor
        {
            [Handler] ValueTask Go() => default;
            public static async Task Try(Client client, B b) => await b.First.GoAsync(client);
            private ActorRef<A> First => a;
        }
        """);

    private static string Text(string source, Location place) => source.Substring(place.SourceSpan.Start, place.SourceSpan.Length);
}
