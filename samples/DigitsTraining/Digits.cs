namespace DigitsTraining;

/// <summary>Hand-written digits: images of 8 by 8 shades, and which digit each one is.</summary>
/// <param name="Pixels">The shades, 0 to <see cref="ShadeMax"/>, image after image.</param>
/// <param name="Labels">The digits, one for each image.</param>
internal sealed record Digits(ReadOnlyMemory<byte> Pixels, ReadOnlyMemory<byte> Labels)
{
    /// <summary>How many pixels an image has.</summary>
    internal const int PixelsPerImage = 64;

    /// <summary>The darkest shade.</summary>
    internal const int ShadeMax = 16;

    /// <summary>How many digits there are.</summary>
    internal const int Classes = 10;

    /// <summary>Which part of the rows is held out: one in so many.</summary>
    internal const int HoldOutEvery = 5;

    /// <summary>How many images there are.</summary>
    internal int Count => Labels.Length;

    /// <summary>The shades of one image.</summary>
    internal ReadOnlySpan<byte> Image(int index) =>
        Pixels.Span.Slice(index * PixelsPerImage, PixelsPerImage);

    /// <summary>
    /// Holds out every fifth row to measure the accuracy on. Which ones depends on nothing else, so results compare.
    /// </summary>
    internal (Digits Training, Digits HeldOut) Split() =>
        (Where(i => i % HoldOutEvery != HoldOutEvery - 1), Where(i => i % HoldOutEvery == HoldOutEvery - 1));

    /// <summary>One of <paramref name="size"/> consecutive parts, whose sizes differ by one at most.</summary>
    internal Digits Shard(int rank, int size)
    {
        var start = (int)((long)Count * rank / size);
        var end = (int)((long)Count * (rank + 1) / size);
        return new(Pixels[(start * PixelsPerImage)..(end * PixelsPerImage)], Labels[start..end]);
    }

    private Digits Where(Func<int, bool> keep)
    {
        int[] kept = [.. Enumerable.Range(0, Count).Where(keep)];
        var pixels = new byte[kept.Length * PixelsPerImage];
        var labels = new byte[kept.Length];
        for (var i = 0; i < kept.Length; i++)
        {
            Image(kept[i]).CopyTo(pixels.AsSpan(i * PixelsPerImage));
            labels[i] = Labels.Span[kept[i]];
        }

        return new(pixels, labels);
    }
}
