using System.Runtime.InteropServices;
using CsCheck;
using Hyperactor.Data;
using Hyperactor.Messages;

namespace Hyperactor.Tests.Data;

/// <summary>Large read-only memory in messages: where it lies, and that nothing but the copy is missing.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class BlobTests
{
    private const int Large = Blob.BytesMin;

    [Test]
    public void What_is_not_copied_has_the_bytes_of_what_is() => BlobGen.Mix.Sample(
        static mix =>
        {
            var copied = BlobGen.Copied(mix);
            Assert.That(Payload.Write(mix, null).AsSpan().SequenceEqual(copied), Is.True);
            Assert.That(Payload.WriteBody(mix, null).ToMemory().Span.SequenceEqual(copied), Is.True);
            Assert.That(Payload.WriteBody(mix, null).Length, Is.EqualTo(copied.Length));
        },
        iter: 200);

    [Test]
    public void What_is_written_is_read_in_pieces_in_one_piece_and_wherever_it_begins() => BlobGen.Mix.Sample(
        static mix =>
        {
            var copied = BlobGen.Copied(mix);
            Reads(copied, Payload.Read<BlobMix>(Payload.WriteBody(mix, null), []));
            for (var offset = 0; offset < 9; offset += 4)
            {
                byte[] shifted = [.. new byte[offset], .. copied];
                Reads(copied, Payload.Read<BlobMix>(shifted.AsMemory(offset), []));
            }
        },
        iter: 100);

    [Test]
    public void A_body_may_be_cut_anywhere() => Gen.Select(BlobGen.Mix, Gen.Int[1, 60_000].Array[1, 20]).Sample(
        static (mix, cuts) =>
        {
            var copied = BlobGen.Copied(mix);
            Reads(copied, Payload.Read<BlobMix>(new Body(Cut(copied, cuts)), []));
        },
        iter: 100);

    [Test]
    public void A_body_in_pieces_that_ends_too_early_is_refused() => Gen.Select(BlobGen.Mix, Gen.Int[1, 60_000].Array[1, 20]).Sample(
        static (mix, cuts) =>
        {
            var copied = BlobGen.Copied(mix);
            Assert.That(
                () => Payload.Read<BlobMix>(new Body(Cut(copied[..(cuts[0] % copied.Length)], cuts)), []),
                Throws.TypeOf<MessageFormatException>());
            Assert.That(
                () => Payload.Read<BlobMix>(new Body(Cut([.. copied, 0], cuts)), []),
                Throws.TypeOf<MessageFormatException>().With.Message.Contains("1 bytes are left over"));
        },
        iter: 50);

    [Test]
    public void An_envelope_carries_it_over_a_frame() => BlobGen.Mix.Sample(
        static mix =>
        {
            EnvelopeCodec.RegisterOwnTypes();
            var back = EnvelopeCodec.Read(Frame(Enclose(mix)));
            Reads(BlobGen.Copied(mix), back.Open<BlobMix>());

            // Handed on by a relay, with a head of another length.
            var on = EnvelopeCodec.Read(Frame(back with { Destination = new WorldId("elsewhere").Proc(77).Actor("b").Port(1) }));
            Reads(BlobGen.Copied(mix), on.Open<BlobMix>());
        },
        iter: 100);

    [Test]
    public void Memory_below_the_limit_and_arrays_of_any_size_are_copied()
    {
        var small = new byte[Large - 1];
        var body = Payload.WriteBody<ReadOnlyMemory<byte>>(small, null);
        Assert.That(body.IsWhole, Is.True);
        Assert.That(body.ToMemory().Span.Overlaps(small), Is.False);

        var array = new byte[4 * Large];
        Assert.That(Overlaps(Payload.WriteBody(array, null), array), Is.False);
    }

    [Test]
    public void Memory_at_the_limit_is_read_where_it_lies()
    {
        var bytes = new byte[Large];
        var floats = new float[Large / sizeof(float)];
        Assert.That(Overlaps(Payload.WriteBody<ReadOnlyMemory<byte>>(bytes, null), bytes), Is.True);
        Assert.That(
            Overlaps(Payload.WriteBody<ReadOnlyMemory<float>>(floats, null), MemoryMarshal.AsBytes(floats.AsSpan())), Is.True);
    }

    [Test]
    public void Who_reads_in_the_same_process_is_given_the_memory_itself()
    {
        var floats = new float[Large];
        var read = Payload.Read<ReadOnlyMemory<float>>(
            Payload.WriteBody<ReadOnlyMemory<float>>(floats.AsMemory(8, Large / 2), null), []);
        Assert.That(MemoryMarshal.TryGetArray(read, out var array), Is.True);
        Assert.That(array, Is.EqualTo(new ArraySegment<float>(floats, 8, Large / 2)));
    }

    [Test]
    public void A_serialized_value_is_a_copy_of_its_own()
    {
        var bytes = new byte[Large];
        var serialized = Serialized.Of<ReadOnlyMemory<byte>>(bytes);
        bytes[0] = 1;
        Assert.That(serialized.Deserialize<ReadOnlyMemory<byte>>().Span[0], Is.Zero);
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(100)]
    [TestCase(1000)]
    public void Values_in_a_frame_are_not_copied_whatever_stands_before_them(int before)
    {
        EnvelopeCodec.RegisterOwnTypes();
        var mix = new BlobMix(1, new byte[before], "text", new float[Large], null, null, null, default, null);
        var frame = Frame(Enclose(mix));
        var back = EnvelopeCodec.Read(frame);
        Assert.That(MemoryMarshal.AsBytes(back.Open<BlobMix>().Floats.Span).Overlaps(frame), Is.True);

        var relayed = Frame(back with { Sender = new WorldId("another").Proc(1234).Actor("b") });
        Assert.That(
            MemoryMarshal.AsBytes(EnvelopeCodec.Read(relayed).Open<BlobMix>().Floats.Span).Overlaps(relayed), Is.True);
    }

    [Test]
    public void Values_that_do_not_lie_as_they_must_are_copied()
    {
        var bytes = Payload.Write<ReadOnlyMemory<float>>(new float[Large], null);
        byte[] shifted = [0, .. bytes];
        Assert.That(
            MemoryMarshal.AsBytes(Payload.Read<ReadOnlyMemory<float>>(shifted.AsMemory(1), []).Span).Overlaps(shifted),
            Is.False);
    }

    [Test]
    public void Bits_that_are_no_value_are_refused_wherever_they_lie()
    {
        var bytes = Payload.Write<ReadOnlyMemory<bool>>(new bool[Large], null);
        bytes[^1] = 2;
        Assert.That(() => Payload.Read<ReadOnlyMemory<bool>>(bytes, []), Throws.TypeOf<MessageFormatException>());
        Assert.That(
            () => Payload.Read<ReadOnlyMemory<bool>>(new Body(Cut(bytes, [4, Large])), []),
            Throws.TypeOf<MessageFormatException>());
    }

    [Test]
    public void A_count_beyond_what_came_allocates_nothing()
    {
        byte[] bytes = [0xFF, 0xFF, 0xFF, 0x7F, 1, 2, 3];
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.That(() => Payload.Read<ReadOnlyMemory<Guid>>(bytes, []), Throws.TypeOf<MessageFormatException>());
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(100_000));
    }

    [Test]
    public void More_than_a_message_can_be_is_the_senders_mistake()
    {
        ReadOnlyMemory<byte> large = new byte[1 << 28];
        Assert.That(
            () => Payload.WriteBody(new BlobMix(1, large, null, default, null, null, null, default, Chain(7, large)), null),
            Throws.TypeOf<MessageFormatException>().With.Message.Contains("are the most"));
    }

    [Test]
    public void Values_can_be_pinned_where_they_lie()
    {
        var bytes = Payload.Write<ReadOnlyMemory<float>>(new float[Large], null);
        byte[] aligned = [0, 0, 0, 0, .. bytes];
        var values = Payload.Read<ReadOnlyMemory<float>>(aligned.AsMemory(4), []);
        using var pinned = values[5..].Pin();
        Assert.That(values.Length, Is.EqualTo(Large));
        Assert.That(() => values.Slice(Large + 1), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    private static BlobMix? Chain(int count, ReadOnlyMemory<byte> large) =>
        count == 0 ? null : new(count, large, null, default, null, null, null, default, Chain(count - 1, large));

    private static void Reads(byte[] copied, BlobMix read) =>
        Assert.That(BlobGen.Copied(read).AsSpan().SequenceEqual(copied), Is.True);

    private static Envelope Enclose(BlobMix mix)
    {
        var (sender, port) = (new WorldId("w").Proc(0).Actor("a"), new WorldId("w").Proc(1).Actor("b").Port(2));
        return Envelope.Of(EnvelopeKind.Message, sender, port, mix);
    }

    private static byte[] Frame(Envelope envelope)
    {
        using var writer = new BodyWriter();
        EnvelopeCodec.Write(writer, EnvelopeCodec.WriteHead(envelope), envelope.Body);
        return writer.Finish().ToArray();
    }

    private static bool Overlaps(Body body, ReadOnlySpan<byte> bytes)
    {
        foreach (var part in body.Parts)
        {
            if (part.Span.Overlaps(bytes))
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlyMemory<byte>[] Cut(byte[] bytes, int[] cuts)
    {
        List<ReadOnlyMemory<byte>> parts = [];
        var from = 0;
        for (var i = 0; from < bytes.Length; i++)
        {
            var to = Math.Min(bytes.Length, from + cuts[i % cuts.Length]);
            parts.Add(bytes.AsMemory(from, to - from));
            from = to;
        }

        return parts.Count == 0 ? [ReadOnlyMemory<byte>.Empty] : [.. parts];
    }
}
