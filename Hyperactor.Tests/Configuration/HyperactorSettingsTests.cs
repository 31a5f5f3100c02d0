using System.Reflection;
using System.Text.RegularExpressions;
using Hyperactor.Channels;
using Hyperactor.Worlds;

namespace Hyperactor.Tests.Configuration;

/// <summary>The runtime's own settings, the options that are filled from them, and their table in the documents.</summary>
public sealed partial class HyperactorSettingsTests
{
    private static readonly IReadOnlyList<ISetting> All =
        [.. Hyperactor.Data.AttrCatalog.All.OfType<ISetting>().Where(s => s.Name.StartsWith("hyperactor.", StringComparison.Ordinal))];

    private static readonly string Docs = Path.Combine(
        typeof(HyperactorSettingsTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(a => a.Key == "Docs").Value!,
        "configuration.md");

    /// <summary>The options, what a configuration makes of them, and the groups of settings that they are filled from.</summary>
    private static IEnumerable<TestCaseData> Options() =>
    [
        new TestCaseData(typeof(ActorLimits), (Func<Config, object>)ActorLimits.From, typeof(HyperactorSettings.Actors))
            .SetArgDisplayNames(nameof(ActorLimits)),
        new TestCaseData(typeof(ChannelOptions), (Func<Config, object>)ChannelOptions.From, typeof(HyperactorSettings.Channels))
            .SetArgDisplayNames(nameof(ChannelOptions)),
        new TestCaseData(
                typeof(HyperactorProcessOptions),
                (Func<Config, object>)HyperactorProcessOptions.From,
                typeof(HyperactorSettings.Processes))
            .SetArgDisplayNames(nameof(HyperactorProcessOptions)),
    ];

    [TestCaseSource(nameof(Options))]
    public void Each_option_has_a_setting_and_the_same_default(Type options, Func<Config, object> from, Type settings)
    {
        var made = Activator.CreateInstance(options)!;
        var loaded = from(Config.Load(Sources.Of()));
        foreach (var option in options.GetProperties().Where(IsOption))
        {
            var setting = settings.GetProperty(option.Name)?.GetValue(null);
            Assert.That(setting, Is.Not.Null, $"{option.Name} has no setting");
            var declared = setting!.GetType().GetProperty("Default")!.GetValue(setting);
            Assert.That(option.GetValue(made), Is.EqualTo(declared), option.Name);
            Assert.That(option.GetValue(loaded), Is.EqualTo(declared), option.Name);
        }

        Assert.That(settings.GetProperties().Select(p => p.Name), Is.EquivalentTo(options.GetProperties().Where(IsOption).Select(p => p.Name)));
    }

    [TestCaseSource(nameof(Options))]
    public void Each_option_is_filled_from_its_own_setting(Type options, Func<Config, object> from, Type settings)
    {
        foreach (var group in settings.GetProperties())
        {
            var setting = (ISetting)group.GetValue(null)!;
            var text = setting.DefaultText switch { "true" => "false", "false" => "true", var t when t.EndsWith('s') => "77s", _ => "77" };
            var changed = from(Config.Load(Sources.Of((setting.Environment, text))));
            var differing = options.GetProperties().Where(IsOption)
                .Where(o => !Equals(o.GetValue(changed), o.GetValue(Activator.CreateInstance(options))));
            Assert.That(differing.Select(o => o.Name), Is.EqualTo(new[] { group.Name }));
        }
    }

    [Test]
    public void Options_that_may_be_left_to_the_configuration_have_settings()
    {
        Assert.Multiple(() =>
        {
            Assert.That(
                typeof(HyperactorSettings.Worlds).GetProperties().Select(p => p.Name),
                Is.EquivalentTo(typeof(WorldOptions).GetProperties().Where(p => p.PropertyType == typeof(TimeSpan?)).Select(p => p.Name)));
            Assert.That(
                typeof(HyperactorSettings.Casting).GetProperties().Select(p => p.Name),
                Is.EquivalentTo(typeof(CastOptions).GetProperties().Where(IsOption).Select(p => p.Name)));
        });
    }

    [Test]
    public void Every_setting_has_a_summary_a_variable_and_an_example_of_its_default()
    {
        Assert.Multiple(() =>
        {
            foreach (var setting in All)
            {
                Assert.That(setting.Summary, Does.EndWith("."), setting.Name);
                Assert.That(setting.Environment, Does.StartWith("HYPERACTOR_"), setting.Name);
                Assert.That(setting.DefaultValue.Text, Is.EqualTo(setting.DefaultText).Or.EqualTo("64KiB"), setting.Name);
            }
        });
    }

    [Test]
    public void The_table_of_the_documents_is_what_is_declared()
    {
        var expected = string.Concat(All.Select(s =>
            $"| `{s.Name}` | {s.DefaultText}{(s.Unit is null or "bytes" ? "" : $" {s.Unit}")} | {Range(s)} | `{s.Environment}` | {s.Summary} |\n"));
        var table = Table().Match(File.ReadAllText(Docs).ReplaceLineEndings("\n"));
        Assert.That(table.Groups["rows"].Value, Is.EqualTo(expected), $"the table should be:\n{expected}");
    }

    // Clocks are seams, and paths and names of variables are the program's own.
    private static bool IsOption(PropertyInfo option) =>
        option.PropertyType != typeof(TimeProvider) && option.PropertyType != typeof(string) && option.PropertyType != typeof(Attrs)
        && !option.GetMethod!.IsStatic && option.Name != "EqualityContract";

    private static string Range(ISetting setting) => (setting.Minimum, setting.Maximum) switch
    {
        (null, null) => "",
        (var minimum, null) => $"from {minimum}",
        (null, var maximum) => $"to {maximum}",
        var (minimum, maximum) => $"{minimum} to {maximum}",
    };

    [GeneratedRegex(@"\| setting \| default \| range \| variable \| \|\n\|---\|---\|---\|---\|---\|\n(?<rows>(\|.*\n)*)")]
    private static partial Regex Table();
}
