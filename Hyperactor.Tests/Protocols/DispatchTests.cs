using Hyperactor.Actors;
using Hyperactor.Data;

namespace Hyperactor.Tests.Protocols;

/// <summary>What the tables of generated dispatch hold, and the ports of messages that are cast.</summary>
public sealed class DispatchTests
{
    [TestCase("tests.Shopping.Add", "Add")]
    [TestCase("tests.Shopping.Clear", "Clear")]
    [TestCase("tests.Shopping.CountOf", "CountOf")]
    [TestCase("tests.Shopping.Observe", "Watch")]
    [TestCase("tests.Shopping", "Shopping")]
    [TestCase("tests.Ping", "Ping")]
    [TestCase("Hyperactor.Tests.Protocols.ShoppingActor.Size", "Size")]
    public void Each_message_has_a_port_of_its_own(string uri, string handler) =>
        Assert.That(Find<ShoppingActor>(uri)?.Name, Is.EqualTo(handler));

    [TestCase("tests.Ping", true)]
    [TestCase("tests.Tell", false)]
    [TestCase("tests.Voting", false)]
    [TestCase("tests.Voting.Set", false)]
    [TestCase("tests.Shelf.Put", false)]
    public void What_is_forwarded_has_no_port(string uri, bool exported)
    {
        Assert.That(Find<Forwarder>(uri) is not null, Is.EqualTo(exported));
        Assert.That(Handlers<Forwarder>(), Is.SupersetOf((string[])["Ping", "Tell", "Voting", "Set", "Put"]));
    }

    [Test]
    public void Two_handlers_of_one_name_are_both_there() =>
        Assert.That(Handlers<Forwarder>().Count(static h => h == "Tell"), Is.EqualTo(2));

    [Test]
    public void Included_ports_of_a_case_are_in_the_port_table()
    {
        var port = new PortRef<string>(PortId.Parse("w[0].a[0][1024]"), "tests.Concat");
        Voting message = new Voting.Tell(port);
        var ports = new List<PortEntry>();
        var bytes = Payload.Write(message, ports);
        Assert.That(ports, Is.EqualTo([new PortEntry(port.Id, port.Reducer)]));
        Assert.That(bytes, Is.EqualTo((byte[])[2, 1, 0]));

        var other = new PortEntry(PortId.Parse("w[1].a[0][2000]"), "tests.Concat");
        Assert.That(((Voting.Tell)Payload.Read<Voting>(bytes, [other])).Port.Id, Is.EqualTo(other.Port));
        Assert.That(() => Payload.Read<Voting>(bytes, []), Throws.TypeOf<MessageFormatException>());
    }

    private static Handler<TActor>? Find<TActor>(string uri)
        where TActor : Actor, IActor<TActor> =>
        TActor.FindHandler(TypeHash.Of(uri) | PortId.HandlerBit);

    private static string[] Handlers<TActor>()
        where TActor : Actor, IActor<TActor> => [.. TActor.Handlers.Select(static h => h.Name)];
}
