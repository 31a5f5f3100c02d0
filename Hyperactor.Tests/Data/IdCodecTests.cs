using System.Text.Json;
using CsCheck;
using Hyperactor.Data;
using Hyperactor.Messages;
using Hyperactor.Tests.References;

namespace Hyperactor.Tests.Data;

[Named("tests.Pointers")]
public sealed partial record Pointers(ActorId? Actor, ActorRef<EchoRef>? Ref, Reference? Reference, List<ActorId?> Actors);

[Named("tests.Needy")]
public sealed partial record Needy(ActorId Actor);

/// <summary>Ids on the wire.</summary>
public sealed class IdCodecTests
{
    [Test]
    public void Every_id_survives_the_journey() => Gen.Select(IdGen.Port, IdGen.Gang).Sample((port, gang) =>
        Survives(port) && Survives(port.Actor) && Survives(port.Actor.Proc) && Survives(gang) && Survives(gang.World));

    [Test]
    public void Every_reference_survives_the_journey() => IdGen.Any.Sample(static reference => Survives(reference));

    [Test]
    public void A_reference_is_its_text() => Assert.That(
        Payload.Write<Reference>(new WorldId("w").Proc(3).Actor("a"), null), Is.EqualTo(Texts("w[3].a[0]")));

    [TestCase("")]
    [TestCase("w[")]
    [TestCase("w[0].a[0][0][0]")]
    [TestCase("tcp:127.0.0.1:0,p")]
    [TestCase("\uD800")]
    public void What_is_no_reference_is_refused(string text)
    {
        byte[] bytes = [.. BitConverter.GetBytes(text.Length), .. System.Runtime.InteropServices.MemoryMarshal.AsBytes(text.AsSpan())];
        Assert.Multiple(() =>
        {
            Assert.That(() => Payload.Read<Reference>(bytes, []), Throws.TypeOf<MessageFormatException>());
            Assert.That(() => JsonForm.Read<Reference>(Json($"\"{text}\"")), Throws.TypeOf<MessageFormatException>());
        });
    }

    [Test]
    public void An_actor_may_be_null_where_a_member_may() => Assert.Multiple(() =>
    {
        var none = new Pointers(null, null, null, [null]);
        Assert.That(Payload.Read<Pointers>(Payload.Write(none, null), []).Actor, Is.Null);
        Assert.That(Payload.Read<Pointers>(Payload.Write(none, null), []).Actors, Is.EqualTo(new ActorId?[] { null }));
        Assert.That(Payload.Write<ActorId?>(null, null), Is.EqualTo(new byte[] { 255, 255, 255, 255 }));
        Assert.That(Payload.Read<ActorId?>(new byte[] { 255, 255, 255, 255 }, []), Is.Null);
        Assert.That(Json<ActorId?>("null"), Is.Null);

        // Who needs one refuses it.
        Assert.That(() => Payload.Read<PortId>(NoActor(8), []), Refused("ActorId is missing"));
        Assert.That(() => Payload.Read<ActorRef<EchoRef>>(NoActor(0), []), Refused("ActorId is missing"));
        Assert.That(() => Json<ActorRef<EchoRef>>("null"), Refused("expected an actor id"));
        Assert.That(() => Payload.Read<Fault>(new FaultCodec(), (byte[])[4, .. NoActor(64)], []), Refused("ActorId is missing"));
        Assert.That(
            () => Payload.Read<Envelope>(new EnvelopeCodec(), (byte[])[9, 0, 1, .. NoActor(64)], []), Refused("ActorId is missing"));
        Assert.That(
            () => Payload.Read<Needy>(Payload.Write(new Needy(null!), null), []), Refused("ActorId is missing"));
    });

    [Test]
    public void What_names_nothing_is_not_sent() => Assert.Multiple(() =>
    {
        Unsent<WorldId>("WorldId");
        Unsent<ProcId>("ProcId");
        Unsent<PortId>("PortId");
        Unsent<GangId>("GangId");
        Unsent<Reference>("Reference");
        Unsent<Reference>("Reference", default(WorldId));
        Unsent<Reference>("Reference", default(ProcId));
        Unsent<Reference>("Reference", default(GangId));
        Unsent<ActorRef<EchoRef>>("ActorRef<Hyperactor.Tests.Data.EchoRef>");
        Unsent<GangRef<EchoRef>>("GangRef<Hyperactor.Tests.Data.EchoRef>");
        Unsent<PortRef<long>>("PortRef<long>");
        Unsent<OncePortRef<string>>("OncePortRef<string>");
        Unsent("ActorRef<Hyperactor.Tests.Data.EchoRef>", new Pointers(null, default(ActorRef<EchoRef>), null, []));
        Unsent("Reference", new Pointers(null, null, default(Reference), []));
    });

    [Test]
    public void A_reference_is_a_member_as_any_other()
    {
        var some = new Pointers(new WorldId("w").Proc(1).Actor("a"), new(new WorldId("w").Proc(1).Actor("b")), new WorldId("w").Gang("g"), []);
        var back = Payload.Read<Pointers>(Payload.Write(some, null), []);
        Assert.That(back with { Actors = some.Actors }, Is.EqualTo(some));
    }

    [Test]
    public void A_ranked_proc_is_its_worlds_name_and_its_rank() => Assert.That(
        Payload.Write(new WorldId("w").Proc(0x0102), null),
        Is.EqualTo(new byte[] { 0xFE, 0xFF, 0xFF, 0xFF, 1, 0, 0, 0, (byte)'w', 2, 1, 0, 0, 0, 0, 0, 0 }));

    [Test]
    public void A_direct_proc_is_its_address_and_its_name() => Assert.That(
        Payload.Write(ProcId.Direct(ChannelAddress.Unix("/a,%"), "p"), null),
        Is.EqualTo(Texts("unix:/a,%", "p")));

    [TestCase("tcp:127.0.0.1:0", "p")]
    [TestCase("tcp:localhost:1", "p")]
    [TestCase("unix:", "p")]
    [TestCase("nowhere:x", "p")]
    [TestCase(":", "p")]
    [TestCase("unix:/a", "")]
    [TestCase("unix:/a", "p.q")]
    [TestCase("unix:/a", "p,q")]
    [TestCase("", "eight_by")]
    [TestCase("w[0]", "eight_by")]
    [TestCase("w,x", "eight_by")]
    public void What_names_no_proc_is_refused(string place, string name) =>
        Assert.That(() => Payload.Read<ProcId>(Texts(place, name), []), Throws.TypeOf<MessageFormatException>());

    [Test]
    public void Bytes_cut_anywhere_are_refused() => IdGen.Port.Sample(port =>
    {
        var bytes = Payload.Write(port, null);
        return Enumerable.Range(0, bytes.Length).All(length => IsRefused(bytes.AsMemory(0, length)));
    }, iter: 100);

    [Test]
    public void Every_flipped_bit_is_read_or_refused_but_never_breaks_the_reader() => IdGen.Port.Sample(port =>
    {
        var bytes = Payload.Write(port, null);
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            if (!IsRefused(bytes))
            {
                // What is read is a proper id.
                var read = Payload.Read<PortId>(bytes, []);
                if (PortId.Parse(read.ToString()) != read)
                {
                    return false;
                }
            }

            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        return true;
    }, iter: 50);

    private static bool Survives<TId>(TId id)
        where TId : IEquatable<TId>
    {
        using var json = JsonDocument.Parse(Payload.ToJson(MessageType<TId>.Codec, id));
        return Payload.Read<TId>(Payload.Write(id, null), []).Equals(id)
            && json.RootElement.GetString() == id.ToString()
            && JsonForm.Read<TId>(json.RootElement).Equals(id);
    }

    private static void Unsent<T>(string uri, T value = default!)
    {
        Assert.That(() => Payload.Write(value, null), Refused($"A default {uri} names nothing"));
        Assert.That(() => Payload.ToJson(MessageType<T>.Codec, value), Refused($"A default {uri} names nothing"));
    }

    private static NUnit.Framework.Constraints.ContainsConstraint Refused(string message) =>
        Throws.TypeOf<MessageFormatException>().With.Message.Contains(message);

    private static byte[] NoActor(int behind) => [255, 255, 255, 255, .. new byte[behind]];

    private static JsonElement Json(string json) => JsonForm.Parse(System.Text.Encoding.UTF8.GetBytes(json));

    private static T Json<T>(string json) => JsonForm.Read<T>(Json(json));

    private static bool IsRefused(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            Payload.Read<PortId>(bytes, []);
            return false;
        }
        catch (MessageFormatException)
        {
            return true;
        }
    }

    private static byte[] Texts(params string[] texts) => [.. texts.SelectMany(text => Payload.Write(text, null))];
}
