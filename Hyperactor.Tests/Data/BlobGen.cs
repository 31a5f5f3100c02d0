using CsCheck;
using Hyperactor.Data;

namespace Hyperactor.Tests.Data;

/// <summary>Random mixtures of small members and of runs whose sizes lie about the limit from which they are not copied.</summary>
internal static class BlobGen
{
    private static readonly Gen<int> Sizes = Gen.Frequency(
        (4, Gen.Int[0, 40]), (3, Gen.Int[Blob.BytesMin - 20, Blob.BytesMin + 20]), (1, Gen.Int[Blob.BytesMin, 3 * Blob.BytesMin]));

    private static readonly Gen<BlobMix> Flat =
        Gen.Select(Sizes, Sizes, Sizes.Array[0, 3], Sizes, Sizes, Sizes, Gen.Int, Gen.String[0, 30]).Select(static all =>
        {
            var (bytes, floats, runs, array, inner, bits, seed, text) = all;
            var random = new Random(seed);
            return new BlobMix(
                seed,
                Of<byte>(random, bytes),
                seed % 5 == 0 ? null : Valid(text),
                Of<float>(random, floats),
                seed % 7 == 0 ? null : [.. runs.Select(size => Of<long>(random, size))],
                seed % 3 == 0 ? null : Of<byte>(random, array).ToArray(),
                seed % 4 == 0 ? null : Serialized.Of(Of<byte>(random, inner)),
                Bits(random, bits),
                null);
        });

    /// <summary>One, or one in another.</summary>
    internal static readonly Gen<BlobMix> Mix =
        Gen.Select(Flat, Flat, Gen.Bool).Select(static (outer, inner, nests) => nests ? outer with { Next = inner } : outer);

    /// <summary>The bytes, by way of arrays: what nobody sends by reference.</summary>
    internal static byte[] Copied(BlobMix mix) => Payload.Write(InArrays(mix), null);

    /// <summary>Random values of so many bytes, within a larger array.</summary>
    internal static ReadOnlyMemory<T> Of<T>(Random random, int bytes)
        where T : unmanaged
    {
        var count = bytes / System.Runtime.CompilerServices.Unsafe.SizeOf<T>();
        var items = new T[count + 3];
        random.NextBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(items.AsSpan()));
        return items.AsMemory(random.Next(4), count);
    }

    private static ReadOnlyMemory<bool> Bits(Random random, int count) =>
        Enumerable.Range(0, count).Select(_ => random.Next(2) == 0).ToArray();

    private static BlobMixInArrays? InArrays(BlobMix? mix) => mix is null ? null : new(
        mix.Number,
        mix.Bytes.ToArray(),
        mix.Text,
        mix.Floats.ToArray(),
        mix.Runs?.ConvertAll(static run => run.ToArray()),
        mix.Array,
        mix.Inner,
        mix.Bits.ToArray(),
        InArrays(mix.Next));

    private static string Valid(string text) => new([.. text.Where(static c => !char.IsSurrogate(c))]);
}
