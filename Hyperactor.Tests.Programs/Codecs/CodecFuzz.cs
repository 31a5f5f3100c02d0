using System.Diagnostics;
using System.Globalization;
using Hyperactor.Data;

namespace Hyperactor.Tests.Programs.Codecs;

/// <summary>
/// Reads mutated payloads with every codec. Each read ends in a value or in the documented error, in no time and without
/// more memory than a small multiple of what came.
/// </summary>
/// <param name="seed">
/// Repeats a run, but for the order in which sets of texts list them, which is each process's own; a problem tells its bytes.
/// </param>
/// <param name="subjects">The types; by default all.</param>
public sealed class CodecFuzz(int seed, IReadOnlyList<CodecSubject>? subjects = null)
{
    /// <summary>
    /// How many bytes may be allocated for one that came: an object of which only the header came has defaults for members,
    /// a list of such objects has grown by doubling, and a dump of them is a text and its table besides.
    /// </summary>
    public const int BytesPerByte = 128;

    /// <summary>What any read may allocate: errors, with their texts and the way they took.</summary>
    public const int BytesFree = 16 * 1024;

    private const int ProblemsMax = 10;
    private const int SamplesOfEach = 16;
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(5);

    private readonly IReadOnlyList<CodecSubject> _subjects = subjects ?? CodecSubjects.All;
    private readonly List<string> _problems = [];

    /// <summary>How many payloads were a value.</summary>
    public int Values { get; private set; }

    /// <summary>How many were refused.</summary>
    public int Refused { get; private set; }

    /// <summary>The most that one read allocated, in bytes for each byte that came, beside <see cref="BytesFree"/>.</summary>
    public double MostPerByte { get; private set; }

    /// <summary>Reads payloads in turn with every subject, and every fourth with any codec that is registered.</summary>
    /// <returns>What went wrong, with all that repeats it; empty if nothing did.</returns>
    public IReadOnlyList<string> Run(int count)
    {
        var samples = _subjects.Select(Samples).ToList();
        var codecs = TypeCatalog.All.Where(static c => !IsTrusted(c)).ToList();
        foreach (var codec in codecs)
        {
            // What is set up at first use counts for no payload.
            Dump(codec, default);
            Dump(codec, new byte[1]);
        }

        for (var i = 0; i < count && _problems.Count < ProblemsMax; i++)
        {
            var random = new Random(unchecked((seed * 1_000_003) + i));
            var at = i % _subjects.Count;
            var bytes = Mutation.Make(
                random, samples[at][random.Next(SamplesOfEach)], samples[random.Next(samples.Count)][0]);
            var codec = codecs[random.Next(codecs.Count)];
            var problem = random.Next(4) == 0
                ? Check(codec.TypeUri, bytes, bytes => Dump(codec, bytes))
                : Check(_subjects[at].Name, bytes, _subjects[at].Read);
            if (problem is not null)
            {
                _problems.Add($"seed {seed}, payload {i}: {problem}: {Convert.ToHexString(bytes)}");
            }
        }

        return _problems;
    }

    private List<byte[]> Samples(CodecSubject subject)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, SamplesOfEach).Select(_ => subject.Sample(random))];
    }

    private static Action? Dump(MessageCodec codec, ReadOnlyMemory<byte> bytes) =>
        Serialized.FromBytes(codec.TypeHash, SerializedEncoding.MemoryPack, bytes).TryDump(out _, out _)
            ? Nothing
            : null;

    // MemoryPack's own code checks less, which is why its types are for trusted peers (docs/wire-format.md).
    private static bool IsTrusted(MessageCodec codec) =>
        codec.GetType().Name.StartsWith("PackableCodec", StringComparison.Ordinal)
        || codec.TypeUri.Contains(".Packed", StringComparison.Ordinal) || codec.TypeUri == "tests.Kinds";

    private static void Nothing()
    {
    }

    private string? Check(string name, byte[] bytes, Func<ReadOnlyMemory<byte>, Action?> read)
    {
        var started = Stopwatch.GetTimestamp();
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            var rewrite = read(bytes);
            var beyond = GC.GetAllocatedBytesForCurrentThread() - before - BytesFree;
            MostPerByte = Math.Max(MostPerByte, (double)beyond / Math.Max(1, bytes.Length));
            if (beyond > (long)BytesPerByte * bytes.Length)
            {
                return string.Create(CultureInfo.InvariantCulture, $"{name} allocated {beyond + BytesFree} bytes for {bytes.Length}");
            }

            rewrite?.Invoke();
            _ = rewrite is null ? Refused++ : Values++;
        }
        catch (Exception e)
        {
            return $"{name} ended in {e}";
        }

        var time = Stopwatch.GetElapsedTime(started);
        return time > Slow ? $"{name} took {time}" : null;
    }
}
