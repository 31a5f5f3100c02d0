using Hyperactor.Channels;
using Hyperactor.Worlds;
using Microsoft.Extensions.Time.Testing;

namespace Hyperactor.Tests.Configuration;

/// <summary>Tells what it is told by the settings of its proc.</summary>
[Export(Spawn = true), Named("tests.ConfigReader")]
public sealed partial class ConfigReader : Actor
{
    [Handler(Cast = true)]
    private ValueTask<long> Size(Context context) => new(context.Config.Get(TestSettings.Size));
}

/// <summary>What reads the configuration, and when.</summary>
[CancelAfter(60_000)]
public sealed class ConfigWiringTests
{
    [Test]
    public async Task A_proc_takes_its_limits_from_its_configuration_when_it_is_made()
    {
        var config = Config.Load(Sources.Of(("HYPERACTOR_ACTORS_CALL_DEADLINE", "7s")));
        await using var proc = Proc.Local(new() { Config = config });
        config.Set(HyperactorSettings.Actors.CallDeadline, TimeSpan.FromSeconds(8));
        await using var later = Proc.Local(new() { Config = config });
        await using var told = Proc.Local(new() { Config = config, Limits = new() { CallDeadline = TimeSpan.FromSeconds(9) } });
        Assert.Multiple(() =>
        {
            Assert.That(proc.Config, Is.SameAs(config));
            Assert.That(proc.Host.Limits.CallDeadline, Is.EqualTo(TimeSpan.FromSeconds(7)));
            Assert.That(later.Host.Limits.CallDeadline, Is.EqualTo(TimeSpan.FromSeconds(8)));
            Assert.That(told.Host.Limits.CallDeadline, Is.EqualTo(TimeSpan.FromSeconds(9)));
        });
    }

    [Test]
    public async Task A_proc_without_a_configuration_loads_one()
    {
        await using var proc = Proc.Local();
        Assert.That(proc.Config.Get(HyperactorSettings.Actors.MessagesPerTurn), Is.EqualTo(proc.Host.Limits.MessagesPerTurn));
    }

    [Test]
    public async Task A_call_expires_at_the_deadline_that_is_configured()
    {
        var time = new FakeTimeProvider();
        var config = Config.Load(Sources.Of(("HYPERACTOR_ACTORS_CALL_DEADLINE", "3s")));
        await using var proc = Proc.Local(new() { Config = config, Time = time });
        await using var client = proc.Attach("client");
        var silent = proc.Attach("silent");
        var call = new ActorRef<ConfigReader>(silent.Self).SizeAsync(client).AsTask();
        time.Advance(TimeSpan.FromSeconds(3));
        Assert.That(async () => await call.Soon(), Throws.InstanceOf<CallException>());
    }

    [Test]
    public async Task An_actor_of_a_rank_sees_the_settings_of_its_coordinator()
    {
        var config = Config.Load(Sources.Of());
        config.Set(TestSettings.Size, 5);
        await using var world = await World.LaunchAsync(
            "w", new() { Procs = 3, Launcher = Launcher.InProcess, Proc = new() { Config = config } });
        await using var client = world.Attach("client");
        var gang = await world.SpawnAsync<ConfigReader>(client, "reader");
        var sum = await gang.SizeAsync<Casting.SumOfLongs>(client).Soon();
        Assert.That(sum.ValueOrThrow(), Is.EqualTo(15));
    }

    [Test]
    public async Task A_world_that_is_late_to_join_fails_at_the_deadline_that_is_configured()
    {
        var config = Config.Load(Sources.Of(("HYPERACTOR_WORLDS_JOIN_DEADLINE", "3s")));
        var time = new FakeTimeProvider();
        var launch = World.LaunchAsync("w", new()
        {
            Procs = 1,
            Launcher = Launcher.Program("/usr/bin/env", "cat"),
            Proc = new() { Config = config, Time = time },
        });
        await Patience.Until(() =>
        {
            time.Advance(TimeSpan.FromSeconds(1));
            return launch.IsCompleted;
        });
        Assert.That(
            async () => await launch.Soon(), Throws.TypeOf<WorldException>().With.Message.Contains("after 3 s"));
    }

    [Test]
    public void A_setting_that_makes_no_sense_keeps_a_world_from_being_launched() => Assert.That(
        async () => await World.LaunchAsync("w", new()
        {
            Proc = new() { Config = Config.Load(Sources.Of(("HYPERACTOR_CASTING_FANOUT", "1"))) },
        }),
        Throws.TypeOf<ConfigurationException>().With.Message.Contains("hyperactor.casting.fanout cannot be \"1\""));

    [Test]
    public void What_goes_to_the_processes_of_a_world_is_what_differs_from_the_defaults()
    {
        var config = Sources.Load(
            """{ "tests.settings": { "size": "1MiB", "few": 5 } }""",
            (ConfigSources.InheritedVariable, """{"tests.settings.wait": "5m", "tests.settings.few": "4"}"""),
            ("TESTS_SETTINGS_FLAG", "false"), ("TESTS_SETTINGS_SIZE", "2MiB"));
        config.Set(TestSettings.Label, "runtime");
        using var scope = config.Override(TestSettings.Few, (byte)9);
        Assert.That(config.Explicit(), Is.EqualTo(new Dictionary<string, string>
        {
            ["tests.settings.few"] = "9",
            ["tests.settings.flag"] = "false",
            ["tests.settings.label"] = "runtime",
            ["tests.settings.size"] = "2MiB",
            ["tests.settings.wait"] = "5m",
        }));
        Assert.That(
            config.OverruledVariables(), Is.EquivalentTo(["TESTS_SETTINGS_FEW", "TESTS_SETTINGS_LABEL"]));
        var child = Config.Load(Sources.Of((ConfigSources.InheritedVariable, ConfigSources.WriteInherited(config.Explicit()))));
        Assert.That(child.Explicit(), Is.EqualTo(config.Explicit()));
        Assert.That(child.Explain(TestSettings.Few), Is.EqualTo(
            new ConfigValue<byte>(9, ConfigLayer.Inherited, "the launcher of this process")));
    }

    [Test]
    public void A_process_does_not_see_what_speaks_against_its_coordinator()
    {
        var config = Config.Load(Sources.Of(("TESTS_SETTINGS_FLAG", "false"), ("TESTS_SETTINGS_SIZE", "2MiB")));
        config.Set(TestSettings.Size, 1);
        var environment = new Dictionary<string, string?>
        {
            ["PATH"] = "/bin",
            ["TESTS_SETTINGS_FLAG"] = "false",
            ["TESTS_SETTINGS_SIZE"] = "2MiB",
            [ConfigSources.FileVariable] = "settings.json",
            [ConfigSources.InheritedVariable] = "of the grandparent",
        };
        ProcessLauncher.HandDown(config, environment);
        Assert.That(environment, Is.EqualTo(new Dictionary<string, string?>
        {
            ["PATH"] = "/bin",
            ["TESTS_SETTINGS_FLAG"] = "false",
            [ConfigSources.InheritedVariable] = """{"tests.settings.flag":"false","tests.settings.size":"1"}""",
        }));
    }

    [Test]
    public void Options_refuse_what_the_settings_would_refuse()
    {
        Assert.That(() => new ChannelOptions { MaxWaitingMessages = 0 }, Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(
            () => new CastOptions { Fanout = 1 },
            Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("CastOptions.Fanout is from 2 to 64"));
        Assert.That(() => new CastOptions { Fanout = 65 }, Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(new CastOptions { Fanout = 64 }.Fanout, Is.EqualTo(64));
    }
}
