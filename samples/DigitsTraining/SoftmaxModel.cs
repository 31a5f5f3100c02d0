namespace DigitsTraining;

/// <summary>
/// Multinomial logistic regression: for each digit one weight a pixel and one more, the bias. Plain loops in one order,
/// so that the same input gives the same bits each time.
/// </summary>
/// <param name="weightDecay">How strongly large weights count as loss while training.</param>
internal sealed class SoftmaxModel(double weightDecay)
{
    /// <summary>How many weights there are.</summary>
    internal const int WeightCount = Digits.Classes * WeightsPerClass;

    private const int WeightsPerClass = Digits.PixelsPerImage + 1;
    private const double Scale = 1.0 / Digits.ShadeMax;
    private const double StartRange = 0.05;

    /// <summary>Weights to start with.</summary>
    internal static double[] Start(int seed)
    {
        var random = new Random(seed);
        var weights = new double[WeightCount];
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = ((random.NextDouble() * 2) - 1) * StartRange;
        }

        return weights;
    }

    /// <summary>Adds up the loss of each image, and how it changes with each weight.</summary>
    internal Gradient Gradient(ReadOnlySpan<double> weights, Digits digits)
    {
        var sum = new double[WeightCount];
        var loss = 0.0;
        Span<double> chances = stackalloc double[Digits.Classes];
        for (var i = 0; i < digits.Count; i++)
        {
            var label = digits.Labels.Span[i];
            var image = digits.Image(i);
            Predict(weights, image, chances);
            loss -= Math.Log(chances[label]);
            chances[label] -= 1;
            Accumulate(chances, image, sum);
        }

        for (var w = 0; w < sum.Length; w++)
        {
            loss += digits.Count * weightDecay * weights[w] * weights[w] / 2;
            sum[w] += digits.Count * weightDecay * weights[w];
        }

        return new(digits.Count, loss, sum);
    }

    /// <summary>How good the weights are on images that they were not fitted to.</summary>
    internal static Score Evaluate(ReadOnlySpan<double> weights, Digits digits)
    {
        var loss = 0.0;
        var right = 0;
        Span<double> chances = stackalloc double[Digits.Classes];
        for (var i = 0; i < digits.Count; i++)
        {
            var label = digits.Labels.Span[i];
            Predict(weights, digits.Image(i), chances);
            loss -= Math.Log(chances[label]);
            right += IndexOfMax(chances) == label ? 1 : 0;
        }

        return new(loss / digits.Count, (double)right / digits.Count);
    }

    /// <summary>What chance each digit has to be the one that the image shows.</summary>
    private static void Predict(ReadOnlySpan<double> weights, ReadOnlySpan<byte> image, Span<double> chances)
    {
        for (var c = 0; c < chances.Length; c++)
        {
            var row = weights.Slice(c * WeightsPerClass, WeightsPerClass);
            var sum = 0.0;
            for (var p = 0; p < image.Length; p++)
            {
                sum += row[p] * image[p];
            }

            chances[c] = (sum * Scale) + row[^1];
        }

        Softmax(chances);
    }

    private static void Softmax(Span<double> values)
    {
        // The largest is taken off first, so that no power overflows.
        var max = values[IndexOfMax(values)];
        var sum = 0.0;
        foreach (ref var value in values)
        {
            value = Math.Exp(value - max);
            sum += value;
        }

        foreach (ref var value in values)
        {
            value /= sum;
        }
    }

    private static void Accumulate(ReadOnlySpan<double> errors, ReadOnlySpan<byte> image, Span<double> sum)
    {
        for (var c = 0; c < errors.Length; c++)
        {
            var row = sum.Slice(c * WeightsPerClass, WeightsPerClass);
            var scaled = errors[c] * Scale;
            for (var p = 0; p < image.Length; p++)
            {
                row[p] += scaled * image[p];
            }

            row[^1] += errors[c];
        }
    }

    private static int IndexOfMax(ReadOnlySpan<double> values)
    {
        var best = 0;
        for (var i = 1; i < values.Length; i++)
        {
            best = values[i] > values[best] ? i : best;
        }

        return best;
    }
}
