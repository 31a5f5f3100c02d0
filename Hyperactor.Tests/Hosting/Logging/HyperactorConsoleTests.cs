using Hyperactor.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Hyperactor.Tests.Hosting.Logging;

public sealed class HyperactorConsoleTests
{
    private static readonly DateTimeOffset Now = new(2025, 8, 31, 12, 34, 56, 123, 456, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Now);

    [Test]
    public void A_line_is_like_those_of_glog_behind_the_prefix() =>
        Assert.That(Written(LogLevel.Information, "it works"), Is.EqualTo(
            $"[-] I20250831 12:34:56.123456 {Environment.CurrentManagedThreadId} Worlds.World] it works\n"));

    [TestCase(LogLevel.Trace, 'T')]
    [TestCase(LogLevel.Debug, 'D')]
    [TestCase(LogLevel.Information, 'I')]
    [TestCase(LogLevel.Warning, 'W')]
    [TestCase(LogLevel.Error, 'E')]
    [TestCase(LogLevel.Critical, 'F')]
    public void Each_level_has_its_letter(LogLevel level, char letter) =>
        Assert.That(Written(level, "x"), Does.StartWith($"[-] {letter}2025"));

    [Test]
    public void The_prefix_is_read_for_each_line()
    {
        var variable = $"HYPERACTOR_TEST_{Guid.NewGuid():N}";
        using var formatter = Formatter(new() { LogPrefixVariable = variable, Time = _time });
        var before = Written(formatter, LogLevel.Error, "x", null);
        Environment.SetEnvironmentVariable(variable, "rank 3");
        var after = Written(formatter, LogLevel.Error, "x", null);
        Environment.SetEnvironmentVariable(variable, null);
        Assert.That((before[..4], after[..10]), Is.EqualTo(("[-] ", "[rank 3] E")));
    }

    [Test]
    public void Further_lines_cannot_look_like_lines_of_their_own()
    {
        var lines = Written(LogLevel.Error, "first\n[-] E20250831 forged\r\nthird").Split('\n');
        Assert.That(lines[0], Does.EndWith("] first"));
        Assert.That(lines[1..], Is.EqualTo(new[] { "    [-] E20250831 forged", "    third", "" }));
    }

    [Test]
    public void An_exception_follows_whatever_its_members_do()
    {
        var text = Written(LogLevel.Error, "it broke", new Failures.HostileException());
        Assert.That(
            text, Does.Contain($"it broke\n    {typeof(Failures.HostileException).FullName}: <its message threw"));
    }

    [Test]
    public void An_entry_without_anything_to_say_writes_nothing() =>
        Assert.That(Written(LogLevel.Error, null), Is.Empty);

    [Test]
    public void Scopes_follow_if_they_are_asked_for()
    {
        var scopes = new LoggerExternalScopeProvider();
        using var outer = scopes.Push("outer");
        using var inner = scopes.Push("inner\nline");
        using var formatter = Formatter(new() { IncludeScopes = true, Time = _time });
        Assert.That(
            Written(formatter, LogLevel.Error, "x", null, scopes),
            Does.EndWith("] x\n    in outer\n    in inner\n    line\n"));
    }

    [Test]
    public void Times_may_be_local_or_of_another_format()
    {
        _time.SetLocalTimeZone(TimeZoneInfo.CreateCustomTimeZone("east", TimeSpan.FromHours(2), "east", "east"));
        using var local = Formatter(new() { Time = _time });
        using var universal = Formatter(new() { Time = _time, UseUtcTimestamp = true, TimestampFormat = "HH'h'" });
        Assert.Multiple(() =>
        {
            Assert.That(Written(local, LogLevel.Error, "x", null), Does.Contain("E20250831 14:34:56.123456 "));
            Assert.That(Written(universal, LogLevel.Error, "x", null), Does.StartWith("[-] E12h "));
        });
    }

    [Test]
    public void Options_that_change_are_followed()
    {
        var monitor = new Monitor(new() { Time = _time });
        using var formatter = new HyperactorConsoleFormatter(monitor);
        monitor.Change(new() { Time = _time, TimestampFormat = "'later'" });
        Assert.That(Written(formatter, LogLevel.Error, "x", null), Does.StartWith("[-] Elater "));
    }

    [Test]
    public async Task It_is_added_once_and_the_console_uses_it()
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging
            .AddHyperactorConsole(options => options.LogPrefixVariable = "RANK")
            .AddHyperactorConsole());
        await using var provider = services.BuildServiceProvider();
        Assert.Multiple(() =>
        {
            Assert.That(
                provider.GetServices<ConsoleFormatter>().OfType<HyperactorConsoleFormatter>(), Has.Exactly(1).Items);
            Assert.That(
                provider.GetRequiredService<IOptions<ConsoleLoggerOptions>>().Value.FormatterName,
                Is.EqualTo(HyperactorConsoleFormatter.FormatterName));
            Assert.That(
                provider.GetRequiredService<IOptions<HyperactorConsoleOptions>>().Value.LogPrefixVariable,
                Is.EqualTo("RANK"));
            Assert.That(provider.GetRequiredService<ILoggerFactory>().CreateLogger("x"), Is.Not.Null);
        });
    }

    private string Written(LogLevel level, string? message, Exception? exception = null)
    {
        using var formatter = Formatter(new() { Time = _time });
        return Written(formatter, level, message, exception);
    }

    private static string Written(
        HyperactorConsoleFormatter formatter,
        LogLevel level,
        string? message,
        Exception? exception,
        IExternalScopeProvider? scopes = null)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var entry = new LogEntry<string?>(level, "Worlds.World", default, message, exception, static (m, _) => m!);
        formatter.Write(in entry, scopes, writer);
        return writer.ToString();
    }

    private static HyperactorConsoleFormatter Formatter(HyperactorConsoleOptions options) => new(new Monitor(options));

    private sealed class Monitor(HyperactorConsoleOptions options) : IOptionsMonitor<HyperactorConsoleOptions>
    {
        private Action<HyperactorConsoleOptions, string?>? _listener;

        public HyperactorConsoleOptions CurrentValue => options;

        public HyperactorConsoleOptions Get(string? name) => options;

        public IDisposable? OnChange(Action<HyperactorConsoleOptions, string?> listener)
        {
            _listener = listener;
            return null;
        }

        internal void Change(HyperactorConsoleOptions changed) => _listener!(changed, null);
    }
}
