using DigitsTraining;
using Hyperactor.Worlds;

namespace Hyperactor.Tests.Samples;

public sealed class TrainingCommandTests
{
    private readonly TrainingCommand _command = new();

    [Test]
    public void No_words_mean_the_defaults() =>
        Assert.That(_command.Read(_command.Parse([])), Is.EqualTo(new TrainingOptions()));

    [Test]
    public void Each_option_is_read() => Assert.That(
        _command.Read(_command.Parse(
            "--procs 3 --epochs 0 --launcher inprocess --transport TCP --seed -7 --data digits.csv".Split(' '))),
        Is.EqualTo(new TrainingOptions
        {
            Procs = 3,
            Epochs = 0,
            Launcher = LauncherKind.InProcess,
            Transport = WorldTransport.Tcp,
            Seed = -7,
            Data = "digits.csv",
        }));

    [TestCase("--procs 0", "--procs must be at least 1, not 0.")]
    [TestCase("--procs four", "--procs must be a whole number of 32 bits, not 'four'.")]
    [TestCase("--epochs -1", "--epochs must be at least 0, not -1.")]
    [TestCase("--seed 2147483648", "--seed must be a whole number of 32 bits, not '2147483648'.")]
    [TestCase("--launcher cloud", "--launcher must be processes or inprocess, not 'cloud'.")]
    [TestCase("--transport 1", "--transport must be unix or tcp, not '1'.")]
    [TestCase("--procs", "Required argument missing for option: '--procs'.")]
    [TestCase("--bogus", "Unrecognized command or argument '--bogus'.")]
    [TestCase("word", "Unrecognized command or argument 'word'.")]
    public void Words_that_make_no_sense_are_refused(string words, string message) =>
        Assert.That(_command.Parse(words.Split(' ')).Errors.Select(e => e.Message), Is.EqualTo(new[] { message }));
}
