using DigitsTraining;
using Hyperactor.Tests.Configuration;
using Hyperactor.Worlds;

namespace Hyperactor.Tests.EndToEnd;

/// <summary>Settings of a coordinator and of the processes that it starts.</summary>
[Category("EndToEnd")]
[NonParallelizable]
[Platform("Linux")]
[CancelAfter(120_000)]
public sealed class ConfigTests
{
    private const string File =
        """
        {
          "hyperactor": { "casting": { "fanout": 3 }, "actors": { "call_deadline": "11s" } }
        }
        """;

    [Test]
    public async Task A_dump_tells_which_layer_won()
    {
        var end = await DumpAsync(File, [], ("HYPERACTOR_ACTORS_CALL_DEADLINE", "12s"));
        Assert.Multiple(() =>
        {
            Assert.That(end.ExitCode, Is.Zero, end.Errors);
            Assert.That(end.Output[0], Does.StartWith("setting "));
            Assert.That(end.Output, Has.Some.Match(@"^hyperactor\.casting\.fanout +3 +8 +file +.+, line 2$"));
            Assert.That(end.Output, Has.Some.Match(
                @"^hyperactor\.actors\.call_deadline +12s +30s +environment +the environment variable HYPERACTOR_ACTORS_CALL_DEADLINE$"));
            Assert.That(end.Output, Has.Some.Match(@"^hyperactor\.actors\.messages_per_turn +64 +64 +default$"));
        });
    }

    [Test]
    public async Task A_process_of_a_world_inherits_what_its_coordinator_has_read()
    {
        var end = await DumpAsync(File, ["--rank"], ("HYPERACTOR_ACTORS_CALL_DEADLINE", "12s"));
        Assert.Multiple(() =>
        {
            Assert.That(end.ExitCode, Is.Zero, end.Errors);
            Assert.That(end.Output, Has.Some.Match(
                @"^hyperactor\.casting\.fanout +3 +8 +inherited +the launcher of this process$"));
            Assert.That(end.Output, Has.Some.Match(@"^hyperactor\.actors\.call_deadline +12s +30s +environment +"));
            Assert.That(end.Output, Has.Some.Match(@"^hyperactor\.actors\.messages_per_turn +64 +64 +default$"));
        });
    }

    [Test]
    public async Task What_the_program_has_set_arrives_in_a_process()
    {
        var config = Config.Load(Sources.Of());
        config.Set(HyperactorSettings.Actors.MessagesPerTurn, 5);
        using var scope = config.Override(HyperactorSettings.Actors.CallDeadline, TimeSpan.FromSeconds(13));

        await using var world = await World.LaunchAsync("w", new()
        {
            Procs = 1,
            Launcher = Launcher.Program(TrainingProcess.Program),
            Proc = new() { Config = config },
        });
        await using var client = world.Attach("client");
        var gang = await world.SpawnAsync<ConfigReporter>(client, "reporter");
        var dump = await gang[0].DumpAsync(client).Soon();
        Assert.Multiple(() =>
        {
            Assert.That(dump, Does.Match(@"(?m)^hyperactor\.actors\.messages_per_turn +5 +64 +inherited +"));
            Assert.That(dump, Does.Match(@"(?m)^hyperactor\.actors\.call_deadline +13s +30s +inherited +"));
            Assert.That(dump, Does.Match(@"(?m)^hyperactor\.casting\.fanout +8 +8 +default$"));
        });
    }

    [TestCase("""{ "hyperactor": { "casting": { "fanuot": 3 } } }""", "line 1: there is no setting hyperactor.casting.fanuot. Did you mean hyperactor.casting.fanout?")]
    [TestCase("""{ "hyperactor.casting.fanout": 65 }""", "hyperactor.casting.fanout cannot be \"65\"")]
    public async Task A_setting_that_makes_no_sense_is_told_and_nothing_is_started(string file, string message)
    {
        var end = await DumpAsync(file, []);
        Assert.Multiple(() =>
        {
            Assert.That(end.ExitCode, Is.EqualTo(2));
            Assert.That(end.Errors, Does.Contain(message).And.Not.Contain("   at "));
            Assert.That(end.Output, Is.Empty);
        });
    }

    [Test]
    public async Task The_training_itself_refuses_it_too()
    {
        var end = await TrainingProcess.RunInAsync(
            new Dictionary<string, string> { ["HYPERACTOR_CASTING_FANOUT"] = "one" }, "--epochs", "1");
        Assert.Multiple(() =>
        {
            Assert.That(end.ExitCode, Is.EqualTo(2));
            Assert.That(end.Errors, Does.StartWith("the environment variable HYPERACTOR_CASTING_FANOUT: "));
            Assert.That(end.Output, Is.Empty);
        });
    }

    private static async Task<TrainingEnd> DumpAsync(
        string file, string[] words, params (string Name, string Value)[] variables)
    {
        var path = Path.GetTempFileName();
        try
        {
            await System.IO.File.WriteAllTextAsync(path, file);
            var environment = variables.ToDictionary(v => v.Name, v => v.Value);
            environment[ConfigSources.FileVariable] = path;
            return await TrainingProcess.RunInAsync(environment, ["config", "dump", .. words]);
        }
        finally
        {
            System.IO.File.Delete(path);
        }
    }
}
