using DigitsTraining;

namespace Hyperactor.Tests.Samples;

public sealed class SoftmaxModelTests
{
    private static readonly Digits Rows = DigitsFile.Read(DigitsFile.Default).Shard(0, 60);

    [Test]
    public void The_gradient_is_what_small_steps_measure([Values(0, 0.01)] double weightDecay)
    {
        const double Step = 1e-6;
        var model = new SoftmaxModel(weightDecay);
        var weights = SoftmaxModel.Start(seed: 3);
        var gradient = model.Gradient(weights, Rows).Values.ToArray();
        var measured = gradient.Select((_, w) =>
            (LossAt(model, weights, w, Step) - LossAt(model, weights, w, -Step)) / (2 * Step));
        Assert.That(gradient, Is.EqualTo(measured).Within(1e-5));
    }

    [Test]
    public void The_gradients_of_shards_add_up_to_that_of_the_whole()
    {
        var model = new SoftmaxModel(weightDecay: 0.01);
        var weights = SoftmaxModel.Start(seed: 4);
        var whole = model.Gradient(weights, Rows);
        var sum = Enumerable.Range(0, 4)
            .Select(rank => model.Gradient(weights, Rows.Shard(rank, 4)))
            .Aggregate(SumGradient.Combine);
        Assert.Multiple(() =>
        {
            Assert.That(sum.Rows, Is.EqualTo(Rows.Count));
            Assert.That(sum.Loss, Is.EqualTo(whole.Loss).Within(1e-9));
            Assert.That(sum.Values.ToArray(), Is.EqualTo(whole.Values.ToArray()).Within(1e-9));
        });
    }

    [Test]
    public void A_seed_decides_where_the_weights_start()
    {
        var seven = SoftmaxModel.Start(7);
        Assert.Multiple(() =>
        {
            Assert.That(SoftmaxModel.Start(7), Is.EqualTo(seven));
            Assert.That(seven, Is.Not.EqualTo(SoftmaxModel.Start(8)));
        });
    }

    [Test]
    public void Weights_that_say_nothing_give_each_digit_the_same_chance()
    {
        var score = SoftmaxModel.Evaluate(new double[SoftmaxModel.WeightCount], Rows);
        Assert.That(score.Loss, Is.EqualTo(Math.Log(10)).Within(1e-12));
    }

    [Test]
    public void Enormous_weights_do_not_overflow()
    {
        var weights = SoftmaxModel.Start(seed: 1).Select(w => w * 1e6).ToArray();
        Assert.That(new SoftmaxModel(0).Gradient(weights, Rows).Values.ToArray(), Has.None.NaN);
    }

    [Test]
    public void Steps_along_the_gradient_lower_the_loss_and_leave_earlier_weights_alone()
    {
        var model = new SoftmaxModel(weightDecay: 0);
        var momentum = new Momentum();
        var start = SoftmaxModel.Start(seed: 1);
        var weights = start;
        for (var step = 0; step < 20; step++)
        {
            weights = momentum.Step(weights, model.Gradient(weights, Rows));
        }

        Assert.Multiple(() =>
        {
            Assert.That(start, Is.EqualTo(SoftmaxModel.Start(seed: 1)));
            Assert.That(
                SoftmaxModel.Evaluate(weights, Rows).Loss,
                Is.LessThan(SoftmaxModel.Evaluate(start, Rows).Loss / 2));
        });
    }

    private static double LossAt(SoftmaxModel model, double[] weights, int at, double step)
    {
        double[] moved = [.. weights];
        moved[at] += step;
        return model.Gradient(moved, Rows).Loss;
    }
}
