namespace DigitsTraining;

/// <summary>Gradient descent with momentum: the step of the coordinator, on the gradient of the whole gang.</summary>
internal sealed class Momentum
{
    private const double Rate = 0.5;
    private const double Keep = 0.9;

    private readonly double[] _velocity = new double[SoftmaxModel.WeightCount];

    /// <summary>The weights after one step; those before may still be on their way, and are left alone.</summary>
    internal double[] Step(ReadOnlySpan<double> weights, Gradient gradient)
    {
        var next = weights.ToArray();
        var values = gradient.Values.Span;
        for (var w = 0; w < next.Length; w++)
        {
            _velocity[w] = (Keep * _velocity[w]) - (Rate * values[w] / gradient.Rows);
            next[w] += _velocity[w];
        }

        return next;
    }
}
