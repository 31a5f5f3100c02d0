namespace Hyperactor.Tests.EndToEnd;

/// <summary>Input that makes no sense: nothing is started, and the shell is told.</summary>
[Category("EndToEnd")]
[NonParallelizable]
[Platform("Linux")]
[CancelAfter(120_000)]
public sealed class TrainingInputTests
{
    [TestCase("--procs 0", "--procs must be at least 1, not 0.")]
    [TestCase("--procs 1439", "--procs 1439 is too many: there are 1438 rows to train on.")]
    [TestCase("--epochs -1", "--epochs must be at least 0, not -1.")]
    [TestCase("--launcher cloud", "--launcher must be processes or inprocess, not 'cloud'.")]
    [TestCase("--transport pigeon", "--transport must be unix or tcp, not 'pigeon'.")]
    [TestCase("--bogus", "Unrecognized command or argument '--bogus'.")]
    [TestCase("--data /no/such/file.csv", "There is no file '/no/such/file.csv'.")]
    public async Task Bad_input_is_told_on_standard_error(string words, string message)
    {
        var end = await TrainingProcess.RunAsync(words.Split(' '));
        Assert.Multiple(() =>
        {
            Assert.That(end.ExitCode, Is.EqualTo(2));
            Assert.That(end.Errors, Does.StartWith(message));
            Assert.That(end.Output, Is.Empty);
        });
    }

    [Test]
    public async Task A_row_that_is_wrong_is_told_with_its_line()
    {
        var path = Path.GetTempFileName();
        try
        {
            var row = string.Join(',', Enumerable.Repeat("0", 65));
            await File.WriteAllLinesAsync(path, [row, row, row[..^2], row, row]);
            var end = await TrainingProcess.RunAsync("--data", path);
            Assert.Multiple(() =>
            {
                Assert.That(end.ExitCode, Is.EqualTo(2));
                Assert.That(end.Errors.Trim(), Is.EqualTo($"{path}, line 3: expected 65 values and found 64."));
                Assert.That(end.Output, Is.Empty);
            });
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Test]
    public async Task A_place_for_sockets_that_is_none_is_named()
    {
        var end = await TrainingProcess.RunWithTemporaryAsync("/no/such/place");
        Assert.Multiple(() =>
        {
            Assert.That(end.ExitCode, Is.EqualTo(1));
            Assert.That(end.Errors, Does.StartWith("There is no place for unix sockets in /no/such/place/: "));
        });
    }

    [Test]
    public async Task A_place_for_sockets_whose_path_is_too_long_is_named_with_a_way_out()
    {
        var parent = Directory.CreateTempSubdirectory("training-");
        try
        {
            var temporary = parent.CreateSubdirectory(new string('x', 100));
            var end = await TrainingProcess.RunWithTemporaryAsync(temporary.FullName);
            Assert.Multiple(() =>
            {
                Assert.That(end.ExitCode, Is.EqualTo(1));
                Assert.That(end.Errors, Does.Contain("too long a path for unix sockets").And.Contains("WorldTransport.Tcp"));
                Assert.That(temporary.GetDirectories("hyperactor*"), Is.Empty);
            });
        }
        finally
        {
            parent.Delete(recursive: true);
        }
    }

    [Test]
    public async Task Help_is_no_error()
    {
        var end = await TrainingProcess.RunAsync("--help");
        Assert.Multiple(() =>
        {
            Assert.That(end.ExitCode, Is.Zero);
            Assert.That(end.Output, Has.Some.Contains("--transport <unix|tcp>"));
        });
    }
}
