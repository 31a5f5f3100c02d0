using DigitsTraining;
using Microsoft.Extensions.Time.Testing;

namespace Hyperactor.Tests.Samples;

public sealed class TrainingOutputTests
{
    [Test]
    public void The_last_line_is_what_scripts_read()
    {
        var result = new TrainingResult(
            [1, 2], new(0.17084, 0.96104), 4, Epochs: 100, Casts: 100, Deliveries: 400, TimeSpan.FromSeconds(1.5));
        Assert.That(result.ToString(), Is.EqualTo(
            "accuracy=0.9610 loss=0.1708 procs=4 epochs=100 casts=100 deliveries=400 seconds=1.50"));
    }

    [Test]
    public void The_fingerprint_tells_weights_apart_that_differ_in_one_bit()
    {
        var one = Of([1, 2, 3]).Fingerprint;
        Assert.Multiple(() =>
        {
            Assert.That(one, Does.Match("^[0-9a-f]{16}$"));
            Assert.That(Of([1, 2, 3]).Fingerprint, Is.EqualTo(one));
            Assert.That(Of([1, 2, Math.BitIncrement(3)]).Fingerprint, Is.Not.EqualTo(one));
        });

        static TrainingResult Of(double[] weights) => new(weights, default, 1, 0, 0, 0, default);
    }

    [Test]
    public async Task Lines_show_the_first_epoch_the_last_and_one_a_second_between()
    {
        var time = new FakeTimeProvider();
        var output = new StringWriter();
        var progress = new PlainProgress(output, TextWriter.Null, time);
        await progress.ShowAsync(40, report =>
        {
            for (var epoch = 1; epoch <= 40; epoch++)
            {
                time.Advance(TimeSpan.FromMilliseconds(100));
                report(new(epoch, 40, 0.5, new(0.25, 0.75)));
            }

            return Task.FromResult(0);
        });
        Assert.That(
            output.ToString().TrimEnd().Split(Environment.NewLine),
            Is.EqualTo(new[] { 1, 11, 21, 31, 40 }.Select(epoch =>
                $"epoch {epoch}/40: training loss 0.5000, held-out loss 0.2500, accuracy 0.7500")));
    }
}
