using CsCheck;
using Hyperactor.Channels;

namespace Hyperactor.Tests.Channels;

[Parallelizable(ParallelScope.All)]
public sealed class FrameReaderTests
{
    private const int Limit = 1000;

    [Test]
    public void Frames_are_the_same_wherever_the_bytes_are_split()
    {
        byte[] bytes =
        [
            .. Bytes.Hello("hi"u8), .. Bytes.Payload([]), .. Bytes.Payload([1, 2, 3]), .. Bytes.Close(0, "x"u8),
        ];
        var whole = Read([bytes]);
        Assert.That(whole.Frames, Has.Count.EqualTo(4));

        for (var at = 0; at <= bytes.Length; at++)
        {
            var split = Read([bytes[..at], bytes[at..]]);
            Assert.That(split.Frames, Is.EqualTo(whole.Frames), $"split at {at}");
        }

        Assert.That(Read([.. bytes.Select(b => new[] { b })]).Frames, Is.EqualTo(whole.Frames), "byte by byte");
    }

    [Test]
    public void Random_frames_survive_random_splits()
    {
        var gen = Gen.Select(Gen.Byte.Array[0, 200].Array[0, 20], Gen.Int[1, 50].Array[1, 50]);
        gen.Sample((bodies, cuts) =>
        {
            var bytes = Bytes.Written(writer =>
            {
                foreach (var body in bodies)
                {
                    Assert.That(writer.TryWritePayload(new ByteFrame(body)), Is.Null);
                }
            });

            var read = Read(Split(bytes, cuts));

            Assert.That(read.Problem, Is.Null);
            Assert.That(read.AtBoundary, Is.True);
            Assert.That(read.Frames, Is.EqualTo(bodies.Select(body => $"Payload {Convert.ToHexString(body)}")));
        });
    }

    [Test]
    public void Random_bytes_end_in_frames_or_in_a_problem_and_never_in_an_exception()
    {
        Gen.Select(Gen.Byte.Array[0, 300], Gen.Int[1, 50].Array[1, 20]).Sample((bytes, cuts) =>
        {
            var inPieces = Read(Split(bytes, cuts));
            var atOnce = Read([bytes]);
            Assert.That(inPieces.Frames, Is.EqualTo(atOnce.Frames));
            Assert.That(inPieces.Problem, Is.EqualTo(atOnce.Problem));
            Assert.That(inPieces.AtBoundary, Is.EqualTo(atOnce.AtBoundary));
        });
    }

    [Test]
    public void A_stream_may_end_between_frames_only()
    {
        var bytes = Bytes.Payload([1, 2, 3]);
        for (var at = 0; at <= bytes.Length; at++)
        {
            Assert.That(Read([bytes[..at]]).AtBoundary, Is.EqualTo(at == 0 || at == bytes.Length), $"end at {at}");
        }
    }

    [Test]
    public void A_payload_of_the_limit_is_read_and_one_byte_more_is_not()
    {
        Assert.That(Read([Bytes.Payload(new byte[Limit])]).Frames, Has.Count.EqualTo(1));
        var over = Read([Bytes.Frame(2, [], length: Limit + 1)]);
        Assert.That(over.Problem, Does.Contain("1001").And.Contain("limit of 1000"));
    }

    [TestCase((byte)1, 4105u, "over the limit of 4104")]
    [TestCase((byte)3, 1027u, "over the limit of 1026")]
    [TestCase((byte)2, 0x8000_0000u, "2147483648 bytes is over")]
    [TestCase((byte)2, uint.MaxValue, "4294967295 bytes is over")]
    [TestCase((byte)0, 0u, "no frame of kind 0")]
    [TestCase((byte)4, 0u, "no frame of kind 4")]
    [TestCase((byte)255, 0u, "no frame of kind 255")]
    public void A_wrong_prefix_is_a_problem(byte kind, uint length, string problem)
    {
        Assert.That(Read([Bytes.Frame(kind, [], length)]).Problem, Does.Contain(problem));
    }

    [TestCase(5)]
    [TestCase(6)]
    [TestCase(7)]
    public void A_flag_of_a_later_version_is_a_problem(int at)
    {
        var bytes = Bytes.Payload([]);
        bytes[at] = 1;
        Assert.That(Read([bytes]).Problem, Does.Contain("flags"));
    }

    [Test]
    public void Once_wrong_the_reader_takes_no_more()
    {
        var read = Read([Bytes.Frame(9, []), Bytes.Payload([1])]);
        Assert.That(read.Frames, Is.Empty);
        Assert.That(read.Problem, Is.Not.Null);
    }

    [Test]
    public void A_length_alone_allocates_no_more_than_is_trusted()
    {
        var reader = new FrameReader(1 << 30);
        ReadOnlySpan<byte> prefix = Bytes.Frame(2, [], length: 1 << 30);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.That(reader.Read(ref prefix, out _), Is.EqualTo(FrameReadStatus.NeedMore));

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.That(allocated, Is.LessThan(2 * FrameReader.TrustedBytes));
    }

    [TestCase(FrameReader.TrustedBytes)]
    [TestCase(FrameReader.TrustedBytes + 1)]
    [TestCase((5 * FrameReader.TrustedBytes) + 3)]
    public void A_large_body_grows_to_its_exact_size(int count)
    {
        var body = Bytes.Pattern(count);
        var reader = new FrameReader(1 << 30);
        Frame frame = default;
        foreach (var piece in Bytes.Payload(body).Chunk(100_000))
        {
            ReadOnlySpan<byte> span = piece;
            reader.Read(ref span, out frame);
        }

        Assert.That(frame.Body.Span.SequenceEqual(body), Is.True);
        Assert.That(
            System.Runtime.InteropServices.MemoryMarshal.TryGetArray(frame.Body, out var array)
            && array.Array!.Length == count,
            Is.True);
    }

    private static IEnumerable<byte[]> Split(byte[] bytes, int[] cuts)
    {
        var start = 0;
        for (var i = 0; start < bytes.Length; i++)
        {
            var end = Math.Min(bytes.Length, start + cuts[i % cuts.Length]);
            yield return bytes[start..end];
            start = end;
        }
    }

    private static (List<string> Frames, string? Problem, bool AtBoundary) Read(IEnumerable<byte[]> pieces)
    {
        var reader = new FrameReader(Limit);
        var frames = new List<string>();
        foreach (var piece in pieces)
        {
            ReadOnlySpan<byte> span = piece;
            while (reader.Read(ref span, out var frame) == FrameReadStatus.Frame)
            {
                frames.Add($"{frame.Kind} {Convert.ToHexString(frame.Body.Span)}");
            }
        }

        return (frames, reader.Problem, reader.AtBoundary);
    }
}
