using Hyperactor.Data;

[assembly: Hyperactor.RegisterType(typeof(List<Hyperactor.Tests.Data.TolerantOld>))]
[assembly: Hyperactor.RegisterType(typeof(List<Hyperactor.Tests.Data.TolerantNew>))]

namespace Hyperactor.Tests.Data;

[Named("tests.OrderOld")]
public sealed partial record OrderOld(int Number, string Text);

[Named("tests.OrderNew"), Bind, Unbind]
public sealed partial record OrderNew(
    int Number, string Text, List<string> Tags, [Include] PortRef<long>? Port = null, int? Limit = 3, string Note = "none");

[Named("tests.HolderOld")]
public sealed partial record HolderOld(OrderOld Order, int After);

[Named("tests.HolderNew")]
public sealed partial record HolderNew(OrderNew Order, int After);

[Named("tests.TolerantOld", VersionTolerant = true), Bind, Unbind]
public sealed partial record TolerantOld(string Name, [Include] PortRef<long> Port);

[Named("tests.TolerantNew", VersionTolerant = true), Bind, Unbind]
public sealed partial record TolerantNew(
    string Name, [Include] PortRef<long> Port, [Include] List<PortRef<long>> Others, TolerantNew? Next = null, int Limit = 3);

[Named("tests.TolerantHolderOld"), Bind, Unbind]
public sealed partial record TolerantHolderOld([Include] List<TolerantOld> Items, [Include] PortRef<long> Last, int After);

[Named("tests.TolerantHolderNew"), Bind, Unbind]
public sealed partial record TolerantHolderNew([Include] List<TolerantNew> Items, [Include] PortRef<long> Last, int After);

[Named("tests.Circle")]
public sealed partial class Circle
{
    public Circle? Next { get; set; }
}

[Named("tests.TolerantCircle", VersionTolerant = true)]
public sealed partial class TolerantCircle
{
    public TolerantCircle? Next { get; set; }
}

/// <summary>Members that were appended to a type after others had been built with it.</summary>
public sealed class AppendedMembersTests
{
    private static readonly ActorId Owner = new WorldId("w").Proc(0).Actor("owner");

    [Test]
    public void An_older_reader_passes_over_what_it_does_not_know()
    {
        List<PortEntry> ports = [];
        var bytes = Payload.Write(new OrderNew(1, "a", ["x", "y"], Port(5)), ports);
        Assert.Multiple(() =>
        {
            Assert.That(ports, Has.Count.EqualTo(1));
            Assert.That(Payload.Read<OrderOld>(bytes, ports), Is.EqualTo(new OrderOld(1, "a")));
        });
    }

    [Test]
    public void A_newer_reader_fills_in_defaults()
    {
        var bytes = Payload.Write(new OrderOld(1, "a"), null);
        Assert.That(
            () => Payload.Read<OrderNew>(bytes, []),
            Throws.TypeOf<MessageFormatException>().With.Message.EqualTo("tests.OrderNew was sent without Tags."));
        bytes = [3, .. bytes.AsSpan(1), 0, 0, 0, 0];
        var order = Payload.Read<OrderNew>(bytes, []);
        Assert.That((order.Number, order.Port, order.Limit, order.Note), Is.EqualTo((1, (PortRef<long>?)null, (int?)3, "none")));
    }

    [Test]
    public void Bytes_behind_members_that_are_all_known_are_refused()
    {
        byte[] bytes = [.. Payload.Write(new OrderOld(1, "a"), null), 0];
        Assert.That(() => Payload.Read<OrderOld>(bytes, []), Throws.TypeOf<MessageFormatException>().With.Message.Contains("left over"));
        Assert.That(
            () => Payload.Read<OrderOld>(bytes.AsMemory(0, bytes.Length - 1), [new(Owner.Port(1), null)]),
            Throws.TypeOf<MessageFormatException>().With.Message.Contains("ports are left over"));
    }

    [Test]
    public void More_members_within_another_value_are_refused_with_the_remedy() => Assert.That(
        () => Payload.Read<HolderOld>(Payload.Write(new HolderNew(new(1, "a", []), 7), null), []),
        Throws.TypeOf<MessageFormatException>().With.Message.Contains("6 members of tests.OrderOld were sent and 2 are known")
            .And.Message.Contains("VersionTolerant = true"));

    [Test]
    public void A_null_or_a_union_is_not_more_members([Values(250, 251, 254)] byte header) => Assert.That(
        () => Payload.Read<OrderOld>((byte[])[header, 1, 2, 3, 4], []),
        Throws.TypeOf<MessageFormatException>());

    [Test]
    public void Members_with_lengths_are_passed_over_wherever_they_stand()
    {
        List<PortEntry> ports = [];
        var bytes = Payload.Write(
            new TolerantHolderNew(
                [
                    new("a", Port(1), [Port(2), Port(3)], new("n", Port(4), [Port(5)])),
                    new("b", Port(6), []),
                ],
                Port(7),
                99),
            ports);
        var old = Payload.Read<TolerantHolderOld>(bytes, ports);
        Assert.Multiple(() =>
        {
            Assert.That(ports.Select(static p => p.Port.Index), Is.EqualTo(new ulong[] { 1, 2, 3, 4, 5, 6, 7 }));
            Assert.That(old.Items, Is.EqualTo(new TolerantOld[] { new("a", Port(1)), new("b", Port(6)) }));
            Assert.That((old.Last, old.After), Is.EqualTo((Port(7), 99)));
        });
    }

    [Test]
    public void Members_that_are_missing_are_defaults_wherever_they_stand()
    {
        List<PortEntry> ports = [];
        var bytes = Payload.Write(new TolerantHolderOld([new("a", Port(1))], Port(2), 99), ports);
        Assert.That(
            () => Payload.Read<TolerantHolderNew>(bytes, ports),
            Throws.TypeOf<MessageFormatException>().With.Message.EqualTo("tests.TolerantNew was sent without Others."));
    }

    [Test]
    public void All_members_of_the_newer_type_come_back()
    {
        var value = new TolerantNew("a", Port(1), [Port(2)], new("b", Port(3), []), 7);
        List<PortEntry> ports = [];
        var bytes = Payload.Write(value, ports);
        var back = Payload.Read<TolerantNew>(bytes, ports);
        Assert.Multiple(() =>
        {
            Assert.That((back.Name, back.Port, back.Limit, back.Next!.Name), Is.EqualTo(("a", Port(1), 7, "b")));
            Assert.That(back.Others, Is.EqualTo(value.Others));
            Assert.That(Payload.Write(Payload.Read<TolerantNew>(Payload.Write(value, null), []), null), Is.EqualTo(Payload.Write(value, null)));
            Assert.That(() => Payload.Read<TolerantNew>(bytes, [.. ports, ports[0]]), Throws.TypeOf<MessageFormatException>());
            Assert.That(() => Payload.Read<TolerantNew>(bytes, ports[..1]), Throws.TypeOf<MessageFormatException>());
        });
    }

    [Test]
    public void Lengths_that_lie_are_refused()
    {
        var good = Payload.Write(new TolerantOld("abc", Port(1)), null);
        Assert.That((good[0], good[1]), Is.EqualTo(((byte)2, (byte)11)));
        foreach (var length in new byte[] { 0, 10, 12, 127, 0x80, 0x82, 0x83, 0x84, 0x87, 0xFF })
        {
            byte[] bad = [2, length, .. good.AsSpan(2)];
            Assert.That(() => Payload.Read<TolerantOld>(bad, []), Throws.TypeOf<MessageFormatException>(), $"{length}");
        }

        for (var cut = 0; cut < good.Length; cut++)
        {
            Assert.That(() => Payload.Read<TolerantOld>(good.AsMemory(0, cut), []), Throws.TypeOf<MessageFormatException>(), $"{cut}");
        }
    }

    [TestCase(1, 0, 1)]
    [TestCase(0, 2, 2)]
    [TestCase(0, -1, 2)]
    public void A_place_in_the_table_that_makes_no_sense_is_refused(int first, int second, int count)
    {
        var name = Payload.Write("a", null);
        byte[] bytes =
        [
            3, (byte)name.Length, 5, 9, .. name, 1, .. BitConverter.GetBytes(first), 1, 0, 0, 0, 1, .. BitConverter.GetBytes(second),
        ];
        var ports = Enumerable.Range(0, count).Select(static i => new PortEntry(Owner.Port((ulong)i), null)).ToList();
        Assert.That(() => Payload.Read<TolerantNew>(bytes, ports), Throws.TypeOf<MessageFormatException>().With.Message.Contains("of a table of"));
    }

    [Test]
    public void A_circle_is_refused_when_it_is_written()
    {
        var circle = new Circle();
        circle.Next = circle;
        var tolerant = new TolerantCircle();
        tolerant.Next = tolerant;
        Assert.Multiple(() =>
        {
            Assert.That(() => Payload.Write(circle, null), Throws.TypeOf<MessageFormatException>().With.Message.Contains("in a circle"));
            Assert.That(() => Payload.Write(tolerant, null), Throws.TypeOf<MessageFormatException>().With.Message.Contains("in a circle"));
            Assert.That(() => Serialized.Of(circle, SerializedEncoding.Json), Throws.TypeOf<MessageFormatException>());
        });
    }

    [Test]
    public void What_nests_as_deep_as_it_may_is_read_again([Values(MessageReader.DepthMax, MessageReader.DepthMax + 1)] int depth)
    {
        var chain = Enumerable.Range(0, depth).Aggregate((Inner?)null, static (next, i) => new($"{i}", next));
        if (depth > MessageReader.DepthMax - 1)
        {
            // The null at the end is a value, too.
            Assert.That(() => Payload.Write(chain, null), Throws.TypeOf<MessageFormatException>().With.Message.Contains("deeper"));
        }

        chain = Enumerable.Range(0, MessageReader.DepthMax - 1).Aggregate((Inner?)null, static (next, i) => new($"{i}", next));
        Assert.That(Payload.Read<Inner>(Payload.Write(chain, null), []), Is.EqualTo(chain));
    }

    private static PortRef<long> Port(ulong index) => new(Owner.Port(index));
}
