using CsCheck;
using Hyperactor.Data;
using Hyperactor.Messages;

namespace Hyperactor.Tests.Messages;

public sealed class EnvelopeTests
{
    private static readonly ActorId Sender = new WorldId("w").Proc(1).Actor("sender");
    private static readonly ActorId Receiver = new WorldId("w").Proc(2).Actor("receiver", 3);

    private static readonly Envelope Sample = new(
        EnvelopeKind.Call,
        Sender,
        Receiver.Port(7 | PortId.HandlerBit),
        7 | PortId.HandlerBit,
        [new(Sender.Port(1024), "sum"), new(Sender.Port(1025), null)],
        new byte[] { 1, 2, 3 })
    {
        HopsLeft = 9,
        Cast = new(new WorldId("w").Gang("receiver"), 100, 10, 20, 8, 5000),
        Tally = new(4, [new(3, "it broke")]),
    };

    [Test]
    public void An_envelope_survives_the_journey()
    {
        var back = EnvelopeCodec.Read(Bytes(Sample));
        Assert.Multiple(() =>
        {
            Assert.That(back.Ports, Is.EqualTo(Sample.Ports));
            Assert.That(back.Body.ToArray(), Is.EqualTo(Sample.Body.ToArray()));
            Assert.That(back.Tally!.Failed, Is.EqualTo(Sample.Tally!.Failed));
            Assert.That(
                back with { Ports = [], Body = default, Tally = null },
                Is.EqualTo(Sample with { Ports = back.Ports.Count == 2 ? [] : null!, Body = default, Tally = null })
                    .Using<Envelope>((a, b) => a.Kind == b.Kind && a.Sender == b.Sender && a.HopsLeft == b.HopsLeft
                        && a.Destination == b.Destination && a.TypeHash == b.TypeHash && a.Cast == b.Cast));
        });
    }

    [Test]
    public void The_body_is_a_part_of_the_frame_and_not_a_copy()
    {
        var bytes = Bytes(Sample);
        Assert.That(EnvelopeCodec.Read(bytes).Body.ToMemory().Span.Overlaps(bytes), Is.True);
    }

    [Test]
    public void A_head_that_is_cut_anywhere_is_refused()
    {
        var bytes = Bytes(Sample with { Body = default });
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.That(
                () => EnvelopeCodec.Read(bytes.AsMemory(0, length)),
                Throws.TypeOf<MessageFormatException>(),
                $"cut at {length} of {bytes.Length}");
        }
    }

    [Test]
    public void Every_flipped_bit_is_read_or_refused_but_never_breaks_the_reader()
    {
        var bytes = Bytes(Sample);
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            ReadOrRefuse(bytes);
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Test]
    public void Random_bytes_are_refused_without_large_allocations() => Gen.Byte.Array[0, 300].Sample(
        bytes =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            ReadOrRefuse(bytes);
            return GC.GetAllocatedBytesForCurrentThread() - before < 1_000_000;
        },
        iter: 2000);

    [Test]
    public void A_call_without_a_port_for_its_reply_is_refused() => Assert.That(
        () => EnvelopeCodec.Read(Bytes(Sample with { Ports = [] })),
        Throws.TypeOf<MessageFormatException>().With.Message.Contains("no port for its reply"));

    [TestCase(5, 5, 10)]
    [TestCase(-1, 5, 10)]
    [TestCase(0, 11, 10)]
    public void A_cast_to_ranks_that_make_no_sense_is_refused(int low, int high, int size) => Assert.That(
        () => EnvelopeCodec.Read(Bytes(Sample with { Cast = Sample.Cast! with { Low = low, High = high, Size = size } })),
        Throws.TypeOf<MessageFormatException>().With.Message.Contains("makes no sense"));

    [Test]
    public async Task An_envelope_that_goes_round_in_circles_expires()
    {
        await using var one = new Proc(new WorldId("one").Proc(0), new());
        await using var two = new Proc(new WorldId("two").Proc(0), new());
        await using var client = one.Attach("client");
        one.Host.ForwardTo(new Circle(two));
        two.Host.ForwardTo(new Circle(one));
        new ActorRef<CounterActor>(new WorldId("nowhere").Proc(0).Actor("a")).Add(client, 1);
        Assert.That(
            (await client.Returned.ReceiveAsync().Soon()).Failure.Kind, Is.EqualTo(DeliveryFailureKind.Expired));
    }

    private static byte[] Bytes(Envelope envelope)
    {
        EnvelopeCodec.RegisterOwnTypes();
        using var writer = new BodyWriter();
        EnvelopeCodec.Write(writer, EnvelopeCodec.WriteHead(envelope), envelope.Body);
        return writer.Finish().ToArray();
    }

    private static void ReadOrRefuse(byte[] bytes)
    {
        EnvelopeCodec.RegisterOwnTypes();
        try
        {
            EnvelopeCodec.Read(bytes);
        }
        catch (MessageFormatException)
        {
            // Refused, as it should be.
        }
    }

    private sealed class Circle(Proc next) : Hyperactor.Mailboxes.EnvelopeRoute
    {
        internal override DeliveryFailure? Post(Envelope envelope)
        {
            next.Host.Post(envelope);
            return null;
        }
    }
}
