namespace Hyperactor.Tests.Configuration;

public sealed class ConfigTests
{
    private const string Few = "TESTS_SETTINGS_FEW";

    [Test]
    public void Each_layer_wins_over_those_before_it()
    {
        var inherited = (ConfigSources.InheritedVariable, """{"tests.settings.few": "4", "unknown.here": "x"}""");
        Assert.Multiple(() =>
        {
            RequireLayer(Config.Load(Sources.Of()), 3, ConfigLayer.Default, "default");
            RequireLayer(Config.Load(Sources.Of(inherited)), 4, ConfigLayer.Inherited, "the launcher of this process");
            var file = Sources.Load("""{ "tests.settings.few": 5 }""", inherited);
            RequireLayer(file, 5, ConfigLayer.File, null);
            Assert.That(file.Explain(TestSettings.Few).Source, Does.EndWith(", line 1"));
            RequireLayer(
                Sources.Load("""{ "tests.settings.few": 5 }""", inherited, (Few, "6")),
                6, ConfigLayer.Environment, "the environment variable " + Few);
        });
        var config = Sources.Load("""{ "tests.settings.few": 5 }""", inherited, (Few, "6"));
        config.Set(TestSettings.Few, (byte)7);
        RequireLayer(config, 7, ConfigLayer.Runtime, "set by the program");
        using (config.Override(TestSettings.Few, (byte)8))
        {
            RequireLayer(config, 8, ConfigLayer.Override, "overridden in this scope");
        }

        RequireLayer(config, 7, ConfigLayer.Runtime, "set by the program");
        config.Reset(TestSettings.Few);
        RequireLayer(config, 6, ConfigLayer.Environment, null);
    }

    [Test]
    public void A_file_nests_or_dots_its_names_and_has_comments()
    {
        var config = Sources.Load(
            """
            {
              // What people write.
              "tests": {
                "settings": { "flag": false, "size": "1MiB", "share": 0.25 },
                "settings.wait": "5m", /* and dots */
              },
              "Tests.Settings.Color": "RED",
            }
            """);
        Assert.Multiple(() =>
        {
            Assert.That(config.Get(TestSettings.Flag), Is.False);
            Assert.That(config.Get(TestSettings.Size), Is.EqualTo(1 << 20));
            Assert.That(config.Get(TestSettings.Share), Is.EqualTo(0.25));
            Assert.That(config.Get(TestSettings.Wait), Is.EqualTo(TimeSpan.FromMinutes(5)));
            Assert.That(config.Get(TestSettings.Color), Is.EqualTo(Attributes.TestColor.Red));
            Assert.That(config.Explain(TestSettings.Wait).Source, Does.EndWith(", line 5"));
            Assert.That(config.Explain(TestSettings.Few).Layer, Is.EqualTo(ConfigLayer.Default));
        });
    }

    [Test]
    public void A_file_may_begin_with_a_mark_of_its_encoding() =>
        Assert.That(Sources.Load("\uFEFF{ \"tests.settings.few\": 5 }").Get(TestSettings.Few), Is.EqualTo(5));

    [TestCase("""{ "tests.settings.fwe": 5 }""", "line 1: there is no setting tests.settings.fwe. Did you mean tests.settings.few?")]
    [TestCase("{\n\n \"tests\": {\n \"few\": 5 } }", "line 4: there is no setting tests.few. Did you mean tests.settings.few?")]
    [TestCase("""{ "hyperactor": { "actors": { "messagesPerTurn": 5 } } }""", "Did you mean hyperactor.actors.messages_per_turn?")]
    [TestCase("""{ "quite.another.thing": 5 }""", "line 1: there is no setting quite.another.thing.")]
    [TestCase("""{ "tests.settings.few": 11 }""", "line 1: tests.settings.few cannot be \"11\". Write a whole number, from 1 to 10; the default is 3.")]
    [TestCase("""{ "tests.settings.few": "several" }""", "cannot be \"several\"")]
    [TestCase("""{ "tests.settings.few": 1.5 }""", "cannot be \"1.5\"")]
    [TestCase("""{ "tests.settings.few": null }""", "tests.settings.few is null; write a text, a number, true or false")]
    [TestCase("""{ "tests.settings.few": [1] }""", "is a list")]
    [TestCase("""{ "tests.settings": 5 }""", "there is no setting tests.settings.")]
    [TestCase("{ \"tests.settings.few\": 5,\n \"tests\": { \"settings.few\": 6 } }", "line 2: tests.settings.few was set before, in ")]
    [TestCase("[]", "holds one object")]
    [TestCase("3", "holds one object")]
    [TestCase("", "line 1: not JSON")]
    [TestCase("{\n  \"a\": }", "line 2: not JSON: '}' is an invalid start of a value.")]
    [TestCase("{} {}", "not JSON")]
    [TestCase("{ \"a\": { \"b\": 3 ", "not JSON")]
    [TestCase("""{ "tests.settings.wait": 30 }""", "Write a time span, such as 500ms, 30s, 5m, 1h or 00:00:30, at least 1ms; the default is 30s.")]
    public void A_file_that_makes_no_sense_is_told_with_its_place(string json, string message) => Assert.That(
        () => Sources.Load(json), Throws.TypeOf<ConfigurationException>().With.Message.Contains(message));

    [Test]
    public void A_file_that_is_not_there_is_told_with_who_named_it()
    {
        Assert.That(
            () => Config.Load(Sources.Of() with { File = "/no/such/file.json" }),
            Throws.TypeOf<ConfigurationException>().With.Message.Contains("\"/no/such/file.json\", named by the program"));
        Assert.That(
            () => Config.Load(Sources.Of((ConfigSources.FileVariable, "/no/such/file.json"))),
            Throws.TypeOf<ConfigurationException>().With.Message.Contains("named by the environment variable HYPERACTOR_CONFIG"));
        Assert.That(
            () => Config.Load(Sources.Of((ConfigSources.FileVariable, "/"))), Throws.TypeOf<ConfigurationException>());
    }

    [Test]
    public void A_variable_names_the_file_and_the_program_comes_before_it() =>
        Sources.WithFile("""{ "tests.settings.few": 5 }""", path =>
        {
            var config = Config.Load(Sources.Of((ConfigSources.FileVariable, path)));
            Assert.That(config.Get(TestSettings.Few), Is.EqualTo(5));
            config = Sources.Load("""{ "tests.settings.few": 6 }""", (ConfigSources.FileVariable, path));
            Assert.That(config.Get(TestSettings.Few), Is.EqualTo(6));
            return 0;
        });

    [Test]
    public void A_variable_that_makes_no_sense_is_told_with_its_name()
    {
        var e = Assert.Throws<ConfigurationException>(() => Config.Load(Sources.Of((Few, "many"))))!;
        Assert.That(e.Message, Is.EqualTo(
            "the environment variable TESTS_SETTINGS_FEW: tests.settings.few cannot be \"many\". "
            + "Write a whole number, from 1 to 10; the default is 3."));
        Assert.That(e.Setting, Is.EqualTo("tests.settings.few"));
        Assert.That(e.Origin, Is.EqualTo("the environment variable TESTS_SETTINGS_FEW"));
    }

    [Test]
    public void A_variable_that_is_empty_is_not_set() =>
        RequireLayer(Config.Load(Sources.Of((Few, ""), (ConfigSources.FileVariable, ""))), 3, ConfigLayer.Default, null);

    [TestCase("not JSON")]
    [TestCase("[1]")]
    [TestCase("""{"tests.settings.few": 4}""")]
    public void What_is_inherited_is_written_by_launchers_alone(string json) => Assert.That(
        () => Config.Load(Sources.Of((ConfigSources.InheritedVariable, json))),
        Throws.TypeOf<ConfigurationException>().With.Message.Contains("set by launchers"));

    [Test]
    public void What_is_inherited_and_makes_no_sense_is_told() => Assert.That(
        () => Config.Load(Sources.Of((ConfigSources.InheritedVariable, """{"tests.settings.few": "many"}"""))),
        Throws.TypeOf<ConfigurationException>().With.Message.StartsWith("the launcher of this process: tests.settings.few"));

    [Test]
    public void What_another_system_has_read_gives_way_to_the_file()
    {
        var sources = Sources.Of() with
        {
            Entries = [new("Tests.Settings.Few", "4", "elsewhere"), new("tests.settings.size", "1", "elsewhere")],
        };
        RequireLayer(Config.Load(sources), 4, ConfigLayer.File, "elsewhere");
        var config = Sources.WithFile("""{ "tests.settings.few": 5 }""", path => Config.Load(sources with { File = path }));
        RequireLayer(config, 5, ConfigLayer.File, null);
        Assert.That(config.Get(TestSettings.Size), Is.EqualTo(1));
    }

    [Test]
    public void A_value_out_of_range_cannot_be_set()
    {
        var config = Config.Load(Sources.Of());
        Assert.That(
            () => config.Set(TestSettings.Few, (byte)11), Throws.TypeOf<ConfigurationException>().With.Message.Contains("\"11\""));
        Assert.That(
            () => config.Override(TestSettings.Few, (byte)0), Throws.TypeOf<ConfigurationException>());
        RequireLayer(config, 3, ConfigLayer.Default, null);
    }

    [Test]
    public void Two_settings_of_one_variable_are_refused()
    {
        var one = new Setting<int>("a.b_c", SettingFormat.Integer<int>(), "1");
        var two = new Setting<int>("a_b.c", SettingFormat.Integer<int>(), "1");
        Assert.That(
            () => Config.Load(Sources.Of() with { Settings = [one, two] }),
            Throws.TypeOf<ConfigurationException>().With.Message.Contains("a_b.c and a.b_c have one environment variable, A_B_C"));
    }

    [Test]
    public void A_setting_that_was_not_declared_has_its_default_and_can_be_set()
    {
        var setting = new Setting<int>("tests.by_hand", SettingFormat.Integer<int>(), "1");
        var config = Config.Load(Sources.Of(("TESTS_BY_HAND", "2")));
        Assert.That(config.Get(setting), Is.EqualTo(1));
        config.Set(setting, 3);
        Assert.That(config.Get(setting), Is.EqualTo(3));
        config.Reset(setting);
        Assert.That(config.Get(setting), Is.EqualTo(1));
        using (config.Override(setting, 4))
        {
            Assert.That(config.Dump().Single(r => r.Name == "tests.by_hand").Value, Is.EqualTo("4"));
        }

        var listed = Config.Load(Sources.Of(("TESTS_BY_HAND", "2")) with { Settings = [setting] });
        Assert.That(listed.Get(setting), Is.EqualTo(2));
        Assert.That(
            () => listed.Get(new Setting<long>("tests.by_hand", SettingFormat.Integer<long>(), "1")),
            Throws.TypeOf<AttrException>().With.Message.Contains("tests.by_hand is a setting of another type"));
    }

    [Test]
    public void Two_configurations_have_nothing_in_common()
    {
        var (one, two) = (Config.Load(Sources.Of()), Config.Load(Sources.Of()));
        one.Set(TestSettings.Few, (byte)4);
        using (one.Override(TestSettings.Size, 1))
        {
            Assert.That((two.Get(TestSettings.Few), two.Get(TestSettings.Size)), Is.EqualTo(((byte)3, 65_536L)));
        }
    }

    [Test]
    public void Reading_takes_no_memory()
    {
        var config = Config.Load(Sources.Of());
        _ = config.Get(TestSettings.Few) + config.Get(TestSettings.Size);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            _ = config.Get(TestSettings.Few) + config.Get(TestSettings.Size);
        }

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    [Test]
    public void Readers_see_one_whole_value_while_others_set()
    {
        var config = Config.Load(Sources.Of());
        Parallel.For(0, 2000, i =>
        {
            config.Set(i % 2 == 0 ? TestSettings.Size : HyperactorSettings.Channels.MaxQueueBytes, 1 + i);
            Assert.That(config.Get(TestSettings.Size), Is.Positive);
        });
        Assert.That(config.Explain(TestSettings.Size).Layer, Is.EqualTo(ConfigLayer.Runtime));
        Assert.That(config.Explain(HyperactorSettings.Channels.MaxQueueBytes).Layer, Is.EqualTo(ConfigLayer.Runtime));
    }

    [Test]
    public void A_dump_tells_which_layer_won()
    {
        var config = Sources.Load("""{ "tests.settings.size": "1MiB" }""", (Few, "6"));
        var rows = config.Dump();
        var few = rows.Single(r => r.Name == "tests.settings.few");
        Assert.Multiple(() =>
        {
            Assert.That(rows.Select(r => r.Name), Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal));
            Assert.That(few, Is.EqualTo(new ConfigRow(
                "tests.settings.few", "6", "items", "3", ConfigLayer.Environment, $"the environment variable {Few}", Few, "")));
            Assert.That(rows.Single(r => r.Name == "tests.settings.size").Value, Is.EqualTo("1MiB"));
            Assert.That(rows.Single(r => r.Name == "tests.settings.flag").Source, Is.Empty);
            Assert.That(rows.ToString().Split('\n')[0], Does.Match("^setting +value +default +layer +source$"));
            Assert.That(
                rows.ToString(), Does.Match(@"(?m)^tests\.settings\.few +6 +3 +environment +the environment variable TESTS_SETTINGS_FEW$"));
        });
    }

    [Test]
    public void A_value_of_several_lines_stays_in_its_row()
    {
        var config = Sources.Load("{}");
        config.Set(TestSettings.Label, "one\ntwo\u001b");
        var lines = config.Dump().ToString().Split('\n');
        Assert.Multiple(() =>
        {
            Assert.That(lines, Has.Length.EqualTo(config.Dump().Count + 2));
            Assert.That(lines, Has.One.Match(@"^tests\.settings\.label +one\\ntwo\\u001B +"));
            Assert.That(config.Dump().Single(r => r.Name == "tests.settings.label").Value, Is.EqualTo("one\ntwo\u001b"));
        });
    }

    [Test]
    public void A_message_quotes_no_more_than_a_line_of_a_value() => Assert.That(
        () => Sources.Load($$"""{ "tests.settings.few": "1\n{{new string('x', 100_000)}}" }"""),
        Throws.TypeOf<ConfigurationException>().With.Message.Contains("\"1\\nxxx").And.Message.Length.LessThan(400));

    private static void RequireLayer(Config config, byte value, ConfigLayer layer, string? source)
    {
        var found = config.Explain(TestSettings.Few);
        Assert.That((found.Value, found.Layer), Is.EqualTo((value, layer)));
        Assert.That(config.Get(TestSettings.Few), Is.EqualTo(value));
        if (source is not null)
        {
            Assert.That(found.Source, Is.EqualTo(source));
        }
    }
}
