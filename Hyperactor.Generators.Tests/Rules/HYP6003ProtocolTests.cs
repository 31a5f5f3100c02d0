namespace Hyperactor.Generators.Tests.Rules;

/// <summary>Rings over protocols of all kinds.</summary>
public sealed class HYP6003ProtocolTests
{
    [Test]
    public async Task An_alias_stands_for_who_handles_its_messages() => await RuleRun.Check(
        """
        [Named, Handler] public sealed partial record Ping(int N, [Reply] OncePortRef<int> Reply);
        [Alias(typeof(IStock))] public partial interface IFront;
        [Named, Handler] public partial interface IStock { ValueTask<int> Reserve(int n); }

        [Export] public sealed partial class Orders(ActorRef<IFront> front) : Actor
        {
            [Handler] async ValueTask<int> Place(Context cx, int n) => await front.{|HYP6003:ReserveAsync|}(cx, n);
        }
        [Export(typeof(IStock))] public sealed partial class Stock(ActorRef<Orders> orders) : Actor, IStock
        {
            public ValueTask<int> Reserve(int n) => new(n);
            [Handler] async ValueTask Discard(Context cx) => await orders.PlaceAsync(cx, 1);
        }
        """);

    [Test]
    public async Task A_message_that_is_a_protocol_stands_for_who_exports_it() => await RuleRun.Check(
        """
        [Named, Handler] public sealed partial record Ping(int N, [Reply] OncePortRef<int> Reply);

        [Export] public sealed partial class Orders(ActorRef<Ping> next) : Actor
        {
            [Handler] async ValueTask<int> Place(Context cx, int n) => await next.{|HYP6003:PingAsync|}(cx, n);
        }
        [Export(typeof(Ping))] public sealed partial class Stock(ActorRef<Orders> orders) : Actor, IPingHandler
        {
            public async ValueTask<int> Ping(Context cx, int n) => await orders.PlaceAsync(cx, n);
        }
        """);

    [Test]
    public async Task A_handler_of_a_message_is_a_handler() => await RuleRun.Check(
        """
        [Named, Handler] public sealed partial record Ping(int N, [Reply] OncePortRef<int> Reply);

        [Forward(typeof(Ping))] public sealed partial class Stock : Actor, IPingHandler
        {
            public ValueTask<int> Ping(Context cx, int n) { {|HYP6001:Thread.Sleep|}(n); return new(n); }
        }
        """);
}
