using Hyperactor;

namespace DigitsTraining;

/// <summary>Adds gradients. It runs at every node of the tree, in rank order.</summary>
[Named]
internal readonly partial struct SumGradient : IReducer<Gradient>
{
    /// <inheritdoc/>
    public static Gradient Combine(Gradient earlier, Gradient later)
    {
        var sum = earlier.Values.ToArray();
        var values = later.Values.Span;
        for (var w = 0; w < sum.Length; w++)
        {
            sum[w] += values[w];
        }

        return new(earlier.Rows + later.Rows, earlier.Loss + later.Loss, sum);
    }
}
