using System.Globalization;
using CsCheck;
using Hyperactor.Configuration;

namespace Hyperactor.Tests.Configuration;

public sealed class SettingTests
{
    [Test]
    public void Defaults_are_read_as_their_types()
    {
        Assert.Multiple(() =>
        {
            Assert.That(TestSettings.Flag.Default, Is.True);
            Assert.That(TestSettings.Few.Default, Is.EqualTo(3));
            Assert.That(TestSettings.Size.Default, Is.EqualTo(65_536));
            Assert.That(TestSettings.Share.Default, Is.EqualTo(0.5));
            Assert.That(TestSettings.Price.Default, Is.EqualTo(1.5m));
            Assert.That(TestSettings.Wait.Default, Is.EqualTo(TimeSpan.FromSeconds(30)));
            Assert.That(TestSettings.Color.Default, Is.EqualTo(Attributes.TestColor.Blue));
            Assert.That(TestSettings.Label.Default, Is.EqualTo(" as it is "));
            Assert.That(TestSettings.Id.Default, Is.EqualTo(Guid.Parse("11111111-2222-3333-4444-555555555555")));
            Assert.That(TestSettings.Huge.Default, Is.EqualTo(UInt128.MaxValue));
            Assert.That(TestSettings.Since.Default.Ticks % TimeSpan.TicksPerSecond, Is.EqualTo(1_234_567));
            Assert.That(TestSettings.Bigger.Default.ToString(CultureInfo.InvariantCulture), Has.Length.EqualTo(23));
        });
    }

    [Test]
    public void A_setting_has_a_variable_and_a_summary()
    {
        Assert.Multiple(() =>
        {
            Assert.That(TestSettings.Flag.Environment, Is.EqualTo("TESTS_SETTINGS_FLAG"));
            Assert.That(TestSettings.Id.Environment, Is.EqualTo("TESTS_ID"));
            Assert.That(TestSettings.Flag.Summary, Is.EqualTo("Whether to."));
            Assert.That(TestSettings.Flag.HasDefault, Is.True);
            Assert.That(TestSettings.Few.Unit, Is.EqualTo("items"));
        });
    }

    [Test]
    public void A_setting_is_a_key_of_an_attribute() =>
        Assert.That(Attributes.Wire.RoundTrip(new Attrs().Set(TestSettings.Few, (byte)7)).Get(TestSettings.Few), Is.EqualTo(7));

    [TestCase("true", true)]
    [TestCase("TRUE", true)]
    [TestCase(" 1 ", true)]
    [TestCase("False", false)]
    [TestCase("0", false)]
    public void Booleans(string text, bool expected) =>
        Assert.That(Parse(SettingFormat.Boolean, text), Is.EqualTo(expected));

    [TestCase("500ms", 500)]
    [TestCase("30s", 30_000)]
    [TestCase("1.5s", 1500)]
    [TestCase("5m", 300_000)]
    [TestCase("1 h", 3_600_000)]
    [TestCase("2D", 172_800_000)]
    [TestCase("-1s", -1000)]
    [TestCase("00:00:30", 30_000)]
    [TestCase("1.00:00:00.5", 86_400_500)]
    public void Time_spans(string text, double milliseconds) =>
        Assert.That(Parse(SettingFormat.Duration, text), Is.EqualTo(TimeSpan.FromMilliseconds(milliseconds)));

    [TestCase("64", 64)]
    [TestCase("64KiB", 65_536)]
    [TestCase("8 mib", 8_388_608)]
    [TestCase("1GiB", 1_073_741_824)]
    [TestCase("-1", -1)]
    public void Sizes(string text, int bytes) => Assert.That(Parse(SettingFormat.Bytes<int>(), text), Is.EqualTo(bytes));

    [Test]
    public void What_is_no_value_is_none()
    {
        Assert.Multiple(() =>
        {
            RequireNone(SettingFormat.Boolean, "", "yes", "2", "truefalse");
            RequireNone(SettingFormat.Duration, "", "30", "s", "1:30", "1,5s", "30 sec", "99999999999d", "NaNs", "25:00:00:00:00");
            RequireNone(SettingFormat.Bytes<int>(), "", "KiB", "1.5KiB", "2GiB", "64kb", "0x10", "1e3", "79228162514264337593543950335KiB");
            RequireNone(SettingFormat.Integer<int>(), "", "64KiB", "1,000", "1.0", "2147483648", "-2147483649", "٣", "1_000");
            RequireNone(SettingFormat.Integer<byte>(), "-1", "256");
            RequireNone(SettingFormat.Integer<ulong>(), "-1", "18446744073709551616");
            RequireNone(SettingFormat.Choice<Attributes.TestColor>(), "", "green", "1", "red,blue", "red, blue");
            RequireNone(SettingFormat.Parsable<double>(), "", "half", "0,5x");
            RequireNone(SettingFormat.Parsable<Guid>(), "", "1111");
        });
    }

    [Test]
    public void Enormous_numbers_of_every_size_are_exact()
    {
        Assert.That(Parse(SettingFormat.Integer<ulong>(), "18446744073709551615"), Is.EqualTo(ulong.MaxValue));
        Assert.That(Parse(SettingFormat.Integer<long>(), "-9223372036854775808"), Is.EqualTo(long.MinValue));
        Assert.That(Parse(SettingFormat.Bytes<long>(), "8589934591GiB"), Is.EqualTo(8_589_934_591L << 30));
    }

    [Test]
    public void What_is_written_is_read_back()
    {
        Gen.Long.Sample(ticks => RequireRoundTrip(SettingFormat.Duration, TimeSpan.FromTicks(ticks)));
        Gen.Int[0, 100_000].Sample(s => RequireRoundTrip(SettingFormat.Duration, TimeSpan.FromSeconds(s)));
        Gen.Long.Sample(n => RequireRoundTrip(SettingFormat.Bytes<long>(), n));
        Gen.Int[0, 100_000].Sample(n => RequireRoundTrip(SettingFormat.Bytes<long>(), n * 1024L));
        Gen.Int.Sample(n => RequireRoundTrip(SettingFormat.Integer<int>(), n));
        Gen.Double.Where(double.IsFinite).Sample(n => RequireRoundTrip(SettingFormat.Parsable<double>(), n));
        Gen.DateTime.Sample(t => RequireRoundTrip(SettingFormat.Parsable<DateTimeOffset>(), new(t.Ticks, TimeSpan.Zero)));
        Gen.String.Sample(t => RequireRoundTrip(SettingFormat.Text, t));
    }

    [Test]
    public void Texts_of_any_kind_do_not_break_the_readers() => Gen.String[Gen.Char["0123456789.:-+ smhdKiBMG"], 0, 20].Sample(text =>
    {
        _ = SettingFormat.Duration.TryParse(text, out _);
        _ = SettingFormat.Bytes<long>().TryParse(text, out _);
        _ = SettingFormat.Integer<long>().TryParse(text, out _);
    });

    [TestCase("64MiB", 64L << 20)]
    [TestCase("1GiB", 1L << 30)]
    [TestCase("1025", 1025)]
    [TestCase("0", 0)]
    public void Sizes_are_written_with_the_unit_that_leaves_them_whole(string text, long size) =>
        Assert.That(SettingText.Bytes(size), Is.EqualTo(text));

    [TestCase("90s", 90_000)]
    [TestCase("1m", 60_000)]
    [TestCase("2d", 172_800_000)]
    [TestCase("0s", 0)]
    [TestCase("1ms", 1)]
    public void Time_spans_are_written_with_the_unit_that_leaves_them_whole(string text, long milliseconds) =>
        Assert.That(SettingText.Duration(TimeSpan.FromMilliseconds(milliseconds)), Is.EqualTo(text));

    [Test]
    public void A_default_that_makes_no_sense_is_told_when_it_is_needed()
    {
        Assert.That(
            () => new Setting<int>("tests.bad", SettingFormat.Integer<int>(), "many").Default,
            Throws.TypeOf<ConfigurationException>().With.Message.Contains("tests.bad cannot be \"many\""));
        Assert.That(
            () => new Setting<int>("tests.bad", SettingFormat.Integer<int>(), "0") { Minimum = "1" }.Default,
            Throws.TypeOf<ConfigurationException>().With.Message.Contains("at least 1"));
        Assert.That(
            () => new Setting<int>("tests.bad", SettingFormat.Integer<int>(), "0") { Maximum = "none" }.Default,
            Throws.TypeOf<ConfigurationException>().With.Message.StartsWith("the maximum of tests.bad"));
    }

    [Test]
    public void A_setting_of_nothing_is_refused()
    {
        Assert.That(() => new Setting<int>(null!, SettingFormat.Integer<int>(), "0"), Throws.ArgumentNullException);
        Assert.That(() => new Setting<int>("tests.bad", null!, "0"), Throws.ArgumentNullException);
        Assert.That(() => new Setting<int>("tests.bad", SettingFormat.Integer<int>(), null!), Throws.ArgumentNullException);
        Assert.That(() => new Setting<int>("Tests.Bad", SettingFormat.Integer<int>(), "0"), Throws.TypeOf<AttrException>());
    }

    private static T Parse<T>(SettingFormat<T> format, string text)
    {
        Assert.That(format.TryParse(text, out var value), Is.True, text);
        return value;
    }

    private static void RequireNone<T>(SettingFormat<T> format, params string[] texts)
    {
        foreach (var text in texts)
        {
            Assert.That(format.TryParse(text, out _), Is.False, $"\"{text}\" as {format.Expected}");
        }
    }

    private static void RequireRoundTrip<T>(SettingFormat<T> format, T value) =>
        Assert.That(Parse(format, format.Format(value)), Is.EqualTo(value));
}
