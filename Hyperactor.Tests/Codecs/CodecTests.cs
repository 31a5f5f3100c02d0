using Hyperactor.Data;
using Hyperactor.Tests.Programs.Codecs;

namespace Hyperactor.Tests.Codecs;

/// <summary>What every codec must do. The same runs as native code, see <c>.ci/run</c>.</summary>
public sealed class CodecTests
{
    private const int RoundTrips = 500;
    private const int Payloads = 1_000_000;

    [TestCaseSource(typeof(CodecSubjects), nameof(CodecSubjects.All))]
    public void Every_value_survives_both_encodings(CodecSubject subject)
    {
        for (var seed = 0; seed < RoundTrips; seed++)
        {
            Assert.That(subject.RoundTrip(new Random(seed)), Is.Null, $"seed {seed}");
        }
    }

    [Test]
    public void Mutated_payloads_end_in_a_value_or_in_the_documented_error()
    {
        var fuzz = new CodecFuzz(seed: 1);
        Assert.That(fuzz.Run(Payloads), Is.Empty);
        Assert.That(fuzz.Values + fuzz.Refused, Is.EqualTo(Payloads));
        Assert.That(fuzz.Values, Is.GreaterThan(Payloads / 20), "mutations that nothing reads test little");
        TestContext.Out.WriteLine(
            $"{Payloads} payloads: {fuzz.Values} values, {fuzz.Refused} refused, at most {fuzz.MostPerByte:0.0} bytes for one");
    }

    [Test]
    public void Two_runs_of_one_seed_are_the_same()
    {
        var (first, second) = (new CodecFuzz(seed: 7), new CodecFuzz(seed: 7));
        first.Run(2000);
        second.Run(2000);
        Assert.That((second.Values, second.Refused), Is.EqualTo((first.Values, first.Refused)));
    }

    [Test]
    public void A_codec_that_throws_something_else_is_found() => Assert.That(
        new CodecFuzz(1, [new Broken(static _ => throw new InvalidOperationException("broken"))]).Run(100),
        Has.Some.Contain("ended in System.InvalidOperationException: broken").And.Some.StartsWith("seed 1, payload "));

    [Test]
    public void A_codec_that_allocates_what_it_is_told_is_found() => Assert.That(
        new CodecFuzz(1, [new Broken(static _ => GC.KeepAlive(new byte[1 << 20]))]).Run(100),
        Has.Some.Contain("allocated"));

    [Test]
    public void A_value_that_cannot_be_written_again_is_found() => Assert.That(
        new CodecFuzz(1, [new Broken(static _ => { }, static () => throw new MessageFormatException("no way back"))]).Run(100),
        Has.Some.Contain("no way back"));

    private sealed class Broken(Action<ReadOnlyMemory<byte>> read, Action? rewrite = null) : CodecSubject("broken")
    {
        public override MessageCodec Codec => MessageType<int>.Codec;

        public override byte[] Sample(Random random) => [1, 2, 3, 4];

        public override string? RoundTrip(Random random) => null;

        public override Action? Read(ReadOnlyMemory<byte> bytes)
        {
            read(bytes);
            return rewrite ?? (static () => { });
        }
    }
}
