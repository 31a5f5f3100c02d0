using System.Text;
using Hyperactor.Hosting;
using Hyperactor.Tests.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hyperactor.Tests.Hosting;

public sealed class HostedConfigurationTests
{
    [Test]
    public void Settings_are_read_from_their_paths_in_any_case()
    {
        var config = Load(
            """
            {
              "Hyperactor": { "Actors": { "MESSAGES_PER_TURN": 7 }, "casting:fanout": 4 },
              "Tests": { "settings": { "few": 5, "nothing of ours": 3 } },
              "Logging": { "LogLevel": { "Default": "Warning" } }
            }
            """);
        Assert.Multiple(() =>
        {
            Assert.That(config.Get(HyperactorSettings.Actors.MessagesPerTurn), Is.EqualTo(7));
            Assert.That(config.Get(HyperactorSettings.Casting.Fanout), Is.EqualTo(4));
            Assert.That(config.Explain(TestSettings.Few), Is.EqualTo(
                new ConfigValue<byte>(5, ConfigLayer.File, "IConfiguration, tests:settings:few")));
            Assert.That(config.Get(TestSettings.Size), Is.EqualTo(65_536));
        });
    }

    [Test]
    public void The_last_provider_wins_as_everywhere_there()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Hyperactor:Actors:Messages_Per_Turn", "7")])
            .AddInMemoryCollection([new("hyperactor:actors:messages_per_turn", "8")])
            .Build();
        Assert.That(Load(configuration).Get(HyperactorSettings.Actors.MessagesPerTurn), Is.EqualTo(8));
    }

    [Test]
    public void A_variable_of_ours_wins_over_it() => Assert.That(
        Config.Load(Read("""{ "Hyperactor": { "Actors": { "messages_per_turn": 7 } } }""").ToConfigSources() with
        {
            Environment = Sources.Of(("HYPERACTOR_ACTORS_MESSAGES_PER_TURN", "9")).Environment,
        }).Get(HyperactorSettings.Actors.MessagesPerTurn),
        Is.EqualTo(9));

    [TestCase("""{ "Hyperactor": { "Actors": { "messages_per_trun": 7 } } }""", "IConfiguration, Hyperactor:Actors:messages_per_trun: there is no setting Hyperactor.Actors.messages_per_trun. Did you mean hyperactor.actors.messages_per_turn?")]
    [TestCase("""{ "Hyperactor": { "Actors": { "messages_per_turn": "many" } } }""", "hyperactor:actors:messages_per_turn: hyperactor.actors.messages_per_turn cannot be \"many\"")]
    [TestCase("""{ "Hyperactor": 3 }""", "there is no setting Hyperactor.")]
    [TestCase("""{ "Hyperactor": { "casting": { "fanout": [ 3 ] } } }""", "there is no setting Hyperactor.casting.fanout.0")]
    [TestCase("""{ "Hyperactor": { "casting": { "fanout": "" } } }""", "cannot be \"\"")]
    public void What_makes_no_sense_is_told_with_its_path(string json, string message) => Assert.That(
        () => Load(json), Throws.TypeOf<ConfigurationException>().With.Message.Contains(message));

    [Test]
    public void An_empty_configuration_leaves_the_defaults() =>
        Assert.That(Load("{}").Dump().Select(r => r.Layer), Is.All.EqualTo(ConfigLayer.Default));

    [Test]
    public void A_host_has_one_configuration()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection([new("Hyperactor:Casting:Fanout", "4")]);
        builder.Services.AddHyperactor(s => s with { Environment = _ => null });
        using var host = builder.Build();
        var config = host.Services.GetRequiredService<Config>();
        Assert.That(config.Get(HyperactorSettings.Casting.Fanout), Is.EqualTo(4));
        Assert.That(host.Services.GetRequiredService<Config>(), Is.SameAs(config));
    }

    [Test]
    public void What_is_registered_already_stays()
    {
        var mine = Config.Load(Sources.Of());
        using var provider = new ServiceCollection().AddSingleton(mine).AddHyperactor().BuildServiceProvider();
        Assert.That(provider.GetRequiredService<Config>(), Is.SameAs(mine));
    }

    [Test]
    public void Services_without_a_configuration_read_variables_and_the_file()
    {
        using var provider = new ServiceCollection()
            .AddHyperactor(s => s with { Environment = Sources.Of(("HYPERACTOR_CASTING_FANOUT", "5")).Environment })
            .BuildServiceProvider();
        Assert.That(provider.GetRequiredService<Config>().Get(HyperactorSettings.Casting.Fanout), Is.EqualTo(5));
    }

    [Test]
    public void A_host_whose_settings_make_no_sense_says_so()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection([new("Hyperactor:Casting:Fanout", "1")]);
        builder.Services.AddHyperactor();
        using var host = builder.Build();
        Assert.That(
            () => host.Services.GetRequiredService<Config>(),
            Throws.TypeOf<ConfigurationException>().With.Message.Contains("from 2 to 64"));
    }

    private static Config Load(string json) => Load(Read(json));

    private static Config Load(IConfiguration configuration) =>
        Config.Load(configuration.ToConfigSources() with { Environment = _ => null });

    private static IConfiguration Read(string json) =>
        new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build();
}
