namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP7002Tests
{
    [TestCase("async Task M() { var {|HYP7002:proc|} = Proc.Local(); await Task.Yield(); Use(proc.Count); }")]
    [TestCase("void M(Proc proc) { var {|HYP7002:client|} = proc.Attach(\"a\"); to.Take(client, 1); }")]
    [TestCase("void M(Proc proc) { Client {|HYP7002:client|} = proc.Attach(\"a\"); Use(client.Self); }")]
    [TestCase("void M(Proc proc) { {|HYP7002:proc.Attach(\"a\")|}; }")]
    [TestCase("void M(Proc proc) { _ = {|HYP7002:proc.Attach(\"a\")|}; }")]
    [TestCase("void M(Client me) { var (h, {|HYP7002:r|}) = me.OpenPort<int>(); h.Send(1); Use(r.TryReceive(out _)); }")]
    [TestCase("void M(Client me) { var (h, {|HYP7002:_|}) = me.OpenPort<int>(); h.Send(1); }")]
    [TestCase("void M(Client me) { var {|HYP7002:port|} = me.OpenPort<int>(); port.Handle.Send(1); }")]
    [TestCase("async Task M(Client me) { var (h, {|HYP7002:r|}) = me.OpenPort<int>(); await foreach (var x in r) { Use(x); } }")]
    [TestCase("void M(Client me) { var {|HYP7002:once|} = me.OpenOncePort<int>(); Use(once.Ref); }")]
    [TestCase("async Task M() { var {|HYP7002:world|} = await Hyperactor.Worlds.World.LaunchAsync(\"w\", new() { Procs = 2 }); Use(world.ToString()!); }")]
    [TestCase("async Task M(Proc proc) { for (var i = 0; i < 3; i++) { var {|HYP7002:client|} = proc.Attach(\"a\"); await Task.Yield(); } }")]
    [TestCase("async Task M(Proc proc) { await using var me = proc.Attach(\"a\"); while (true) { var (h, {|HYP7002:r|}) = me.OpenPort<int>(); await r.ReceiveAsync(); } }")]
    [TestCase("void M(Config config, Setting<int> size) { {|HYP7002:config.Override(size, 1)|}; }")]
    [TestCase("void M() { var {|HYP7002:group|} = new Hyperactor.Sync.TaskGroup(); Use(group.Status); }")]
    public async Task Reported(string members) => await Check(members);

    [TestCase("async Task M() { await using var proc = Proc.Local(); Use(proc.Count); }")]
    [TestCase("async Task M() { var proc = Proc.Local(); try { Use(proc.Count); } finally { await proc.DisposeAsync(); } }")]
    [TestCase("async Task M() { var proc = Proc.Local(); await using (proc) { Use(proc.Count); } }")]
    [TestCase("async Task M() { await using var proc = Proc.Local(); var client = proc.Attach(\"a\"); to.Take(client, 1); await Task.Yield(); }")]
    [TestCase("async Task M() { await using var proc = Proc.Local(); var client = proc.Attach(\"a\"); var (h, r) = client.OpenPort<int>(); h.Send(1); await r.ReceiveAsync(); }")]
    [TestCase("Client M(Proc proc) => proc.Attach(\"a\");")]
    [TestCase("Client M(Proc proc) { var client = proc.Attach(\"a\"); to.Take(client, 1); return client; }")]
    [TestCase("Client? _c; void M(Proc proc) => _c = proc.Attach(\"a\");")]
    [TestCase("Client? _c; void M(Proc proc) { var client = proc.Attach(\"a\"); _c = client; }")]
    [TestCase("void M(Proc proc) { Use(proc.Attach(\"a\")); }")]
    [TestCase("void M(Proc proc) { var all = new List<Client>(); all.Add(proc.Attach(\"a\")); Use(all); }")]
    [TestCase("void M(Proc proc) { Client[] all = [proc.Attach(\"a\")]; Use(all); }")]
    [TestCase("void M(Client me) { var (h, r) = me.OpenPort<int>(); using var closing = r; h.Send(1); }")]
    [TestCase("void M(Client me) { var (h, r) = me.OpenPort<int>(); using (r) { h.Send(1); } }")]
    [TestCase("void M(Client me) { var (h, r) = me.OpenPort<int>(); h.Send(1); r.Dispose(); }")]
    [TestCase("void M(Client me) { var port = me.OpenPort<int>(); using var r = port.Receiver; port.Handle.Send(1); }")]
    [TestCase("(PortHandle<int>, PortReceiver<int>) M(Client me) => me.OpenPort<int>();")]
    [TestCase("PortReceiver<int>? _r; void M(Client me) { var (h, r) = me.OpenPort<int>(); _r = r; h.Send(1); }")]
    [TestCase("PortReceiver<int>? _r; void M(Client me) { (var h, _r) = me.OpenPort<int>(); h.Send(1); }")]
    [TestCase("async Task<int> M(Client me) { var once = me.OpenOncePort<int>(); Use(once.Ref); return await once.ReceiveAsync(); }")]
    [TestCase("async Task M() { await using var world = await Hyperactor.Worlds.World.LaunchAsync(\"w\", new() { Procs = 2 }); }")]
    [TestCase("Task<Hyperactor.Worlds.World> M() => Hyperactor.Worlds.World.LaunchAsync(\"w\", new() { Procs = 2 });")]
    [TestCase("async Task M(Client me) { Use(me.Returned.TryReceive(out _)); await Task.Yield(); }")]
    [TestCase("async Task M(Proc proc) { for (var i = 0; i < 3; i++) { await using var client = proc.Attach(\"a\"); to.Take(client, 1); } }")]
    [TestCase("Func<ValueTask> M(Proc proc) { var client = proc.Attach(\"a\"); return client.DisposeAsync; }")]
    public async Task Not_reported(string members) => await Check(members);

    [Test]
    public async Task Handler_that_opens_a_port_is_reported() => await RuleRun.Check(
        """
        public sealed partial class A : Actor
        {
            [Handler] async ValueTask<int> M(Context cx)
            {
                var (handle, {|HYP7002:receiver|}) = cx.OpenPort<int>();
                handle.Send(1);
                return await receiver.ReceiveAsync();
            }
        }
        """);

    private static async Task Check(string members) => await RuleRun.Check(
        $$"""
        public sealed partial class Other : Actor { [Handler] internal void Take(int x) { } }
        public sealed class A(ActorHandle<Other> to) { static void Use(object x) { } public override string ToString() => $"{to}"; {{members}} }
        """);
}
