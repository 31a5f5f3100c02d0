namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP7003Tests
{
    private const string Ask = "[Named] public sealed partial record Ask(int Key, string? Text, Kind Kind, OncePortRef<int> Reply); [Named] public enum Kind { One, Two }";

    [TestCase("[Handler] void {|HYP7003:On|}(Context cx, Ask m) { }")]
    [TestCase("[Handler] void {|HYP7003:On|}(Context cx, Ask m) { if (m.Key > 0) m.Reply.Send(cx, 1); }")]
    [TestCase("[Handler] void {|HYP7003:On|}(Context cx, Ask m) { if (m.Key > 0) return; m.Reply.Send(cx, 1); }")]
    [TestCase("[Handler] void {|HYP7003:On|}(Context cx, Ask m) { foreach (var x in _all) { m.Reply.Send(cx, x); } }")]
    [TestCase("[Handler] void {|HYP7003:On|}(Context cx, Ask m) { try { Work(); m.Reply.Send(cx, 1); } catch (FormatException) { } }")]
    [TestCase("[Handler] void {|HYP7003:On|}(Context cx, Ask m) { try { m.Reply.Send(cx, Number()); } catch { Work(); } }")]
    [TestCase("[Handler] void {|HYP7003:On|}(Context cx, Ask m) { switch (m.Key) { case 1: m.Reply.Send(cx, 1); break; case 2: m.Reply.Send(cx, 2); break; } }")]
    [TestCase("[Handler] void {|HYP7003:On|}(Context cx, Ask m) { switch (m.Kind) { case Kind.One: m.Reply.Send(cx, 1); break; } }")]
    [TestCase("[Handler] async ValueTask {|HYP7003:On|}(Context cx, Ask m) { await Task.Yield(); if (m.Text is not null) m.Reply.Send(cx, 1); }")]
    [TestCase("[Handler] void {|HYP7003:Ask|}(Context cx, OncePortRef<int> reply) { Console.WriteLine($\"{reply}\"); }")]
    [TestCase("[Handler] void {|HYP7003:Ask|}(Context cx, int x, OncePortRef<int> reply) { if (x > 0) reply.Send(cx, 1); else if (x < 0) reply.Send(cx, 2); }")]
    [TestCase("[Handler] ValueTask {|HYP7003:Ask|}(Context cx, int x, OncePortRef<int> reply) { if (x == 0) return default; reply.Send(cx, 1); return default; }")]
    public async Task Reported(string members) => await Check(members);

    [TestCase("[Handler] void On(Context cx, Ask m) => m.Reply.Send(cx, 1);")]
    [TestCase("[Handler] void On(Context cx, Ask m) { if (m.Key > 0) m.Reply.Send(cx, 1); else m.Reply.Send(cx, 2); }")]
    [TestCase("[Handler] void On(Context cx, Ask m) { if (m.Key > 0) throw new InvalidOperationException(); m.Reply.Send(cx, 1); }")]
    [TestCase("[Handler] void On(Context cx, Ask m) => throw new NotSupportedException();")]
    [TestCase("[Handler] void On(Context cx, Ask m) { var ok = m.Key > 0; if (ok) m.Reply.Send(cx, 1); Work(); if (!ok) m.Reply.Send(cx, 2); }")]
    [TestCase("[Handler] void On(Context cx, Ask m) { if (m.Text is null) m.Reply.Send(cx, 1); if (m.Text is not null) m.Reply.Send(cx, 2); }")]
    [TestCase("[Handler] void On(Context cx, Ask m) { if (m.Text == null) { m.Reply.Send(cx, 1); } Work(); if (m.Text != null) { m.Reply.Send(cx, 2); } }")]
    [TestCase("readonly Queue<Ask> _q = []; [Handler] void On(Context cx, Ask m) => _q.Enqueue(m);")]
    [TestCase("readonly Queue<OncePortRef<int>> _q = []; [Handler] void On(Context cx, Ask m) => _q.Enqueue(m.Reply);")]
    [TestCase("OncePortRef<int> _r; [Handler] void On(Context cx, Ask m) => _r = m.Reply;")]
    [TestCase("[Handler] void On(Context cx, Ask m) => Answer(cx, m); void Answer(Context cx, Ask m) => m.Reply.Send(cx, 1);")]
    [TestCase("[Handler] void On(Context cx, Ask m) { void Answer() => m.Reply.Send(cx, 1); Answer(); }")]
    [TestCase("[Handler] void On(Context cx, Ask m) { Action answer = () => m.Reply.Send(cx, 1); answer(); }")]
    [TestCase("[Handler] void On(Context cx, Ask m) { var (key, _, _, reply) = m; reply.Send(cx, key); }")]
    [TestCase("[Handler] void On(Context cx, Ask m) { try { m.Reply.Send(cx, Number()); } catch (FormatException) { m.Reply.Send(cx, -1); } }")]
    [TestCase("[Handler] void On(Context cx, Ask m) { var x = 0; try { x = Number(); } finally { m.Reply.Send(cx, x); } }")]
    [TestCase("[Handler] void On(Context cx, Ask m) { var x = 0; try { if (Number() == 1) return; x = 2; } finally { m.Reply.Send(cx, x); } }")]
    [TestCase("[Handler] async ValueTask On(Context cx, Ask m) { try { await Task.Delay(TimeSpan.Zero, cx.Time, cx.Stopping); m.Reply.Send(cx, 1); } catch (OperationCanceledException) { } }")]
    [TestCase("[Handler] void On(Context cx, Ask m) { try { m.Reply.Send(cx, Number()); } catch (FormatException e) { throw new InvalidOperationException(\"no\", e); } }")]
    [TestCase("[Handler] void On(Context cx, Ask m) { switch (m.Kind) { case Kind.One: m.Reply.Send(cx, 1); break; case Kind.Two: m.Reply.Send(cx, 2); break; } }")]
    [TestCase("[Handler] void On(Context cx, Ask m) { switch (m.Key) { case 1: m.Reply.Send(cx, 1); break; default: m.Reply.Send(cx, 2); break; } }")]
    [TestCase("[Handler] void On(Context cx, Ask m) => m.Reply.Send(cx, m.Key > 0 ? 1 : 2);")]
    [TestCase("[Handler] void On(Context cx, Ask m) => m.Reply.Send(cx, m.Text?.Length ?? 0, null);")]
    [TestCase("[Handler] void On(Context cx, Ask m) { while (true) { if (Number() == 3) { m.Reply.Send(cx, 3); return; } } }")]
    [TestCase("[Handler] void On(Context cx, Ask m) { using var closing = new System.IO.MemoryStream(); m.Reply.Send(cx, 1); }")]
    [TestCase("[Handler] void On(Context cx, Ask m) { lock (_all) { m.Reply.Send(cx, 1); } }")]
    [TestCase("[Handler] void Ask(Context cx, PortRef<int> reply) { }")]
    [TestCase("[Handler] void Ask(Context cx, OncePortRef<int> one, OncePortRef<int> other) { }")]
    [TestCase("void Ask(Context cx, OncePortRef<int> one) { }")]
    [TestCase("[Handler] ValueTask<int> Ask(int x) => new(x);")]
    public async Task Not_reported(string members) => await Check(members);

    [Test]
    public async Task Handler_of_a_protocol_is_one() => await RuleRun.Check(
        """
        [Handler] public partial interface IAsk { void Ask(OncePortRef<int> reply); }
        [Export(typeof(IAsk))] public partial class A : Actor, IAsk { public void {|HYP7003:Ask|}(OncePortRef<int> reply) { } }
        """);

    private static async Task Check(string members) => await RuleRun.Check(
        $$"""
        {{Ask}}
        public sealed partial class A : Actor
        {
            readonly List<int> _all = []; static void Work() { } static int Number() => 1;
            public override string ToString() => _all.Count.ToString();
            {{members}}
        }
        """);
}
