namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP3001Tests
{
    [TestCase("""WorldId.Parse("foo{|HYP3001:-|}bar")""")]
    [TestCase("""WorldId.Parse({|HYP3001:""|})""")]
    [TestCase("""WorldId.Parse({|HYP3001:"w[0]"|})""")]
    [TestCase("""GangId.Parse("w.{|HYP3001:1|}a")""")]
    [TestCase("""GangId.Parse("w.a{|HYP3001:[|}0]")""")]
    [TestCase("""ProcId.Parse("w[{|HYP3001:-|}1]")""")]
    [TestCase("""ProcId.Parse("tcp:1.2.3.4:{|HYP3001:0|},p")""")]
    [TestCase("""ProcId.Parse("tcp:{|HYP3001:l|}ocalhost:80,p")""")]
    [TestCase("""ActorId.Parse("w[0].a[{|HYP3001:"|})""")]
    [TestCase("""ActorId.Parse("tcp:[::1]:1234,test{|HYP3001:.|}testactor[123]")""")]
    [TestCase("""ActorId.Parse({|HYP3001:"w.a"|}, null)""")]
    [TestCase("""ActorId.Parse(s: "{|HYP3001:🦀|}")""")]
    [TestCase("""PortId.Parse({|HYP3001:"w[0].a[1]"|})""")]
    [TestCase("""PortId.Parse("w[0].a[1][{|HYP3001:x|}")""")]
    [TestCase("""Reference.Parse("w[0].a[1][2]{|HYP3001:[|}3]")""")]
    [TestCase("""ChannelAddress.Parse("{|HYP3001:u|}dp:1.2.3.4:5")""")]
    [TestCase("""ChannelAddress.Parse("tcp:1.2.3.4:{|HYP3001:x|}")""")]
    [TestCase("""new WorldId("a{|HYP3001: |}b")""")]
    [TestCase("""new WorldId("w").Gang("a{|HYP3001:.|}b")""")]
    [TestCase("""new WorldId("w").Proc(0).Actor("a{|HYP3001:[|}0]")""")]
    [TestCase("""new WorldId("w").Proc(0).Actor(pid: 1, name: "a{|HYP3001:[|}0]")""")]
    [TestCase("""new GangId(new("w{|HYP3001:-|}"), "a{|HYP3001:-|}")""")]
    [TestCase("""new ActorId(default, "{|HYP3001:-|}", 0)""")]
    [TestCase("""ProcId.Direct(ChannelAddress.Local("x"), "p{|HYP3001:,|}q")""")]
    [TestCase("""proc.Attach("my{|HYP3001:-|}client")""")]
    [TestCase("""proc.Spawn("my{|HYP3001: |}actor", new A())""")]
    [TestCase("""ChannelAddress.Local("main{|HYP3001: |}hub")""")]
    [TestCase("""Hyperactor.Worlds.World.LaunchAsync("my{|HYP3001:-|}world", new Hyperactor.Worlds.WorldOptions())""")]
    [TestCase("""world.Attach("my{|HYP3001:-|}client")""")]
    [TestCase("""world.SpawnAsync<S>(me, "my{|HYP3001: |}actor", 5)""")]
    [TestCase("""SClient.SpawnAsync<S>(world, me, "my{|HYP3001: |}actor", 5)""")]
    [TestCase("""world.SpawnAsync(me, "{|HYP3001:1|}", S.Spawning.Instance, new S.SpawnParameters(1))""")]
    [TestCase("""AttrKey.Define({|HYP3001:"Shop.RetryCount"|}, 3)""")]
    [TestCase("""AttrKey.Define<string>({|HYP3001:""|})""")]
    [TestCase("""new AttrKey<int>({|HYP3001:"shop..x"|})""")]
    [TestCase("""new Setting<bool>({|HYP3001:"shop-x"|}, SettingFormat.Boolean, "true")""")]
    public async Task Reported(string expression) => await Check(expression);

    [TestCase("""ActorId.Parse("w[{|HYP3001:x|}]"u8)""")]
    [TestCase("""ActorId.Parse({|HYP3001:Text|})""")]
    [TestCase("""ActorId.Parse({|HYP3001:"w[0]." + "-"|})""")]
    [TestCase("""ActorId.Parse({|HYP3001:$"w[0].{Dash}"|})""")]
    [TestCase("""ActorId.Parse({|HYP3001:"w\u005b0].-"|})""")]
    [TestCase("""ActorId.Parse(@"w[0].{|HYP3001:-|}")""")]
    [TestCase("ActorId.Parse(\"\"\"w[0].{|HYP3001:-|}\"\"\")")]
    public async Task Reported_for_constants_in_other_forms(string expression) => await Check(expression);

    [Test]
    public async Task The_message_is_that_of_the_exception_with_column_and_expectation()
    {
        var messages = await Check("""ActorId.Parse("w[0].a[{|HYP3001:"|})""");
        Assert.That(messages, Is.EqualTo(new[]
        {
            "\"w[0].a[\" is not an actor id; column 8, its end: expected a number from 0 to 18446744073709551615.",
        }));
    }

    [TestCase("""WorldId.Parse("w")""")]
    [TestCase("""GangId.Parse("w.a")""")]
    [TestCase("""ProcId.Parse("w[0]")""")]
    [TestCase("""ProcId.Parse("unix:/tmp/a%2Cb,p")""")]
    [TestCase("""ActorId.Parse("w[0].a")""")]
    [TestCase("""ActorId.Parse("tcp:[::1]:1234,test,testactor[123]"u8)""")]
    [TestCase("""PortId.Parse("w[0].a[1][2]")""")]
    [TestCase("""Reference.Parse("東京.𝒳")""")]
    [TestCase("""ChannelAddress.Parse("tcp:127.0.0.1:0")""")]
    [TestCase("""new WorldId("_")""")]
    [TestCase("""proc.Attach("client")""")]
    [TestCase("""proc.Spawn("a", new A())""")]
    [TestCase("""ChannelAddress.Local("hub")""")]
    [TestCase("""ChannelAddress.Unix("")""")]
    [TestCase("""ChannelAddress.Unix("/tmp/my hub")""")]
    [TestCase("""world.SpawnAsync<S>(me, "actor", 5)""")]
    [TestCase("""world.SpawnAsync<S>(me, text, 5)""")]
    [TestCase("""Other.SpawnClient.SpawnAsync(world, me, "any name")""")]
    [TestCase("""AttrKey.Define("shop.retry_count", 3)""")]
    [TestCase("""ActorId.Parse(text)""")]
    [TestCase("""ActorId.Parse("a-b".AsSpan())""")]
    [TestCase("""ActorId.Parse($"w[{text.Length}]")""")]
    [TestCase("""ActorId.TryParse("a-b", null, out _)""")]
    [TestCase("""Other.ActorId.Parse("a-b")""")]
    [TestCase("""new Other.WorldId("a-b")""")]
    [TestCase("""Guid.Parse("a-b")""")]
    public async Task Not_reported(string expression) => await Check(expression);

    private static async Task<IReadOnlyList<string>> Check(string expression) => (await RuleRun.Check(
        $$"""
        public partial class A : Actor { [Handler] void M() { } }
        [Export(Spawn = true)] public partial class S(int x) : Actor { [Handler] ValueTask<int> M() => new(x); }
        public static class Uses
        {
            const string Text = "w[0].-";
            const string Dash = "-";
            public static string? Use(Proc proc, string text, Hyperactor.Worlds.World world, Client me) => string.Concat((object)({{expression}})) + Text + Dash + text + proc + world + me;
        }
        namespace Other
        {
            public record WorldId(string Name);
            public static class SpawnClient { public static int SpawnAsync(this Hyperactor.Worlds.World world, Client me, string text) => text.Length; }
            public static class ActorId { public static string Parse(string s) => s; }
        }
        """)).Messages;
}
