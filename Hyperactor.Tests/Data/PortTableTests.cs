using Hyperactor.Data;

namespace Hyperactor.Tests.Data;

[Named("tests.TwoPorts"), Bind, Unbind]
public sealed partial record TwoPorts(
    [Include] PortRef<long> First, int Between, [Include] OncePortRef<string> Second, PortRef<long> Plain);

/// <summary>Holds ports in what it holds.</summary>
[Named("tests.ManyPorts"), Bind, Unbind]
public sealed partial record ManyPorts(
    [Include] List<PortRef<long>> Several, [Include] PortRef<long>? Perhaps, [Include] TwoPorts? Inside, int After);

public sealed class PortTableTests
{
    private static readonly ActorId Owner = new WorldId("w").Proc(0).Actor("owner");

    private static readonly TwoPorts Message =
        new(new(Owner.Port(1024), "sum"), 5, new(Owner.Port(1025)), new(Owner.Port(1026)));

    [Test]
    public void Included_ports_travel_beside_the_body_in_order()
    {
        List<PortEntry> ports = [];
        Payload.Write(Message, ports);
        Assert.That(ports, Is.EqualTo(new PortEntry[] { new(Owner.Port(1024), "sum"), new(Owner.Port(1025), null) }));
    }

    [Test]
    public void A_rewritten_table_is_what_the_receiver_sees()
    {
        List<PortEntry> ports = [];
        var bytes = Payload.Write(Message, ports);
        var relay = new WorldId("w").Proc(9).Actor("relay");
        ports[0] = ports[0] with { Port = relay.Port(2000) };
        var back = Payload.Read<TwoPorts>(bytes, ports);
        Assert.Multiple(() =>
        {
            Assert.That((back.First.Id, back.First.Reducer), Is.EqualTo((relay.Port(2000), "sum")));
            Assert.That(back, Is.EqualTo(Message with { First = back.First }));
        });
    }

    [Test]
    public void Without_a_table_all_ports_are_in_the_body() =>
        Assert.That(Payload.Read<TwoPorts>(Payload.Write(Message, null), []), Is.EqualTo(Message));

    [Test]
    public void Ports_in_collections_and_in_other_messages_travel_beside_the_body_too()
    {
        var message = new ManyPorts([new(Owner.Port(1)), new(Owner.Port(2), "sum")], null, Message, 5);
        List<PortEntry> ports = [];
        var bytes = Payload.Write(message, ports);
        Assert.That(ports.Select(p => p.Port.Index), Is.EqualTo(new ulong[] { 1, 2, 1024, 1025, 1026 }));
        ports = [.. ports.Select(p => p with { Port = Owner.Port(p.Port.Index + 100) })];
        var back = Payload.Read<ManyPorts>(bytes, ports);
        Assert.Multiple(() =>
        {
            Assert.That(back.Several, Is.EqualTo(new PortRef<long>[] { new(Owner.Port(101)), new(Owner.Port(102), "sum") }));
            Assert.That(back.Perhaps, Is.Null);
            Assert.That(back.Inside!.Second.Id, Is.EqualTo(Owner.Port(1125)));
            Assert.That(back.After, Is.EqualTo(5));
        });
    }

    [Test]
    public void A_table_that_is_too_short_is_refused()
    {
        List<PortEntry> ports = [];
        var bytes = Payload.Write(Message, ports);
        Assert.That(() => Payload.Read<TwoPorts>(bytes, ports[..1]), Throws.TypeOf<MessageFormatException>());
    }

    [Test]
    public void A_table_that_is_too_long_is_refused()
    {
        List<PortEntry> ports = [];
        var bytes = Payload.Write(Message, ports);
        Assert.That(
            () => Payload.Read<TwoPorts>(bytes, [.. ports, ports[0]]),
            Throws.TypeOf<MessageFormatException>().With.Message.Contains("ports are left over"));
    }
}
