using DigitsTraining;

namespace Hyperactor.Tests.Samples;

public sealed class SumGradientTests
{
    private static readonly Gradient A = new(1, 0.25, new double[] { 1, -2, 0.1 });
    private static readonly Gradient B = new(2, 0.5, new double[] { 3, 4, 0.2 });
    private static readonly Gradient C = new(3, 1, new double[] { -5, 6, 0.3 });

    [Test]
    public void Rows_losses_and_values_add_up()
    {
        var sum = SumGradient.Combine(A, B);
        Assert.Multiple(() =>
        {
            Assert.That(sum.Rows, Is.EqualTo(3));
            Assert.That(sum.Loss, Is.EqualTo(0.75));
            Assert.That(sum.Values.ToArray(), Is.EqualTo(new[] { 4, 2, 0.1 + 0.2 }));
        });
    }

    [Test]
    public void However_the_tree_is_cut_the_sum_is_the_same_but_for_rounding()
    {
        var left = SumGradient.Combine(SumGradient.Combine(A, B), C);
        var right = SumGradient.Combine(A, SumGradient.Combine(B, C));
        Assert.Multiple(() =>
        {
            Assert.That(left.Rows, Is.EqualTo(right.Rows));
            Assert.That(left.Loss, Is.EqualTo(right.Loss).Within(1e-15));
            Assert.That(left.Values.ToArray(), Is.EqualTo(right.Values.ToArray()).Within(1e-15));
        });
    }

    [Test]
    public void What_is_combined_is_left_as_it_was()
    {
        SumGradient.Combine(A, B);
        Assert.Multiple(() =>
        {
            Assert.That(A.Values.ToArray(), Is.EqualTo(new[] { 1, -2, 0.1 }));
            Assert.That(B.Values.ToArray(), Is.EqualTo(new[] { 3, 4, 0.2 }));
        });
    }
}
