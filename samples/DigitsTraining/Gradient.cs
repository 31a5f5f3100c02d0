using Hyperactor;

namespace DigitsTraining;

/// <summary>The gradient of some rows: sums, not means, so that it adds up.</summary>
/// <param name="Rows">How many rows it is of.</param>
/// <param name="Loss">The sum of their losses.</param>
/// <param name="Values">How the sum of the losses changes with each weight.</param>
[Named]
internal sealed partial record Gradient(int Rows, double Loss, ReadOnlyMemory<double> Values);

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
