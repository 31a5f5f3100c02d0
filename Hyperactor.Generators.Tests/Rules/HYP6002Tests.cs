namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP6002Tests
{
    private static string Actor(string handler) =>
        $$"""
        [Export]
        public sealed partial class A(ActorRef<A> first) : Actor
        {
            private ActorRef<A> _self;
            private ActorRef<A> _next = first;
            private ActorRef<A> _any;
            protected override ValueTask OnStartAsync(Context context)
            {
                _self = new ActorRef<A>(context.Self);
                _any = new(context.Self);
                return default;
            }
            [Handler] void Link(ActorRef<A> next) { _next = next; _any = next; }
            [Handler] ValueTask<int> Count() => new(1);
            [Handler] void Tell() { }
            {{handler}}
        }
        """;

    [TestCase("[Handler] async ValueTask<int> Ask(Context cx) => await new ActorRef<A>(cx.Self).{|HYP6002:CountAsync|}(cx);")]
    [TestCase("[Handler] ValueTask<int> Ask(Context cx) => new ActorRef<A>(cx.Self).{|HYP6002:CountAsync|}(cx);")]
    [TestCase("[Handler] async ValueTask<int> Ask(Context cx) { ActorRef<A> me = new(cx.Self); return await me.{|HYP6002:CountAsync|}(cx); }")]
    [TestCase("[Handler] async ValueTask<int> Ask(Context cx) { var id = cx.Self; var me = new ActorRef<A>(id); return await me.{|HYP6002:CountAsync|}(cx); }")]
    [TestCase("[Handler] async ValueTask<int> Ask(Context cx) => await _self.{|HYP6002:CountAsync|}(cx);")]
    [TestCase("[Handler] async ValueTask<int> Ask(Context cx) => await new ActorRef<A>(cx.Self).{|HYP6002:CallAsync|}<A, CountMessage, int>(cx, new());")]
    [TestCase("[Handler] ValueTask<int> Ask(Context cx) => Inner(cx); private ValueTask<int> Inner(Context c) => new ActorRef<A>(c.Self).{|HYP6002:CountAsync|}(c);")]
    public async Task Reported(string handler) => await RuleRun.Check(Actor(handler));

    [TestCase("[Handler] void Ask(Context cx) => new ActorRef<A>(cx.Self).Tell(cx);")]
    [TestCase("[Handler] async ValueTask<int> Ask(Context cx) => await _next.CountAsync(cx);")]
    [TestCase("[Handler] async ValueTask<int> Ask(Context cx) => await _any.CountAsync(cx);")]
    [TestCase("[Handler] async ValueTask<int> Ask(Context cx) => await new ActorRef<A>(cx.Sender).CountAsync(cx);")]
    [TestCase("[Handler] async ValueTask<int> Ask(Context cx, ActorRef<A> me) => await me.CountAsync(cx);")]
    [TestCase("[Handler] async ValueTask<int> Ask(Context cx) { var me = new ActorRef<A>(cx.Self); me = _next; return await me.CountAsync(cx); }")]
    [TestCase("[Handler] ValueTask<ActorRef<A>> Ask(Context cx) => new(new ActorRef<A>(cx.Self));")]
    [TestCase("[Handler] ValueTask<int> Ask() => Count();")]
    public async Task Not_reported(string handler) => await RuleRun.Check(Actor(handler));

    [Test]
    public async Task Says_what_happens_when_it_runs()
    {
        var (messages, _) = await RuleRun.Check(Actor(
            "[Handler] async ValueTask<int> Ask(Context cx) => await _self.{|HYP6002:CountAsync|}(cx);"));
        Assert.That(messages[0], Does.Contain("'CountAsync'").And.Contain("SelfCallException").And.Contain("call a method of the class"));
    }
}
