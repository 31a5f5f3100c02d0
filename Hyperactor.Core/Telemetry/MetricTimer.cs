using System.Diagnostics.Metrics;

namespace Hyperactor.Telemetry;

/// <summary>How long something takes: a histogram in seconds.</summary>
public sealed class MetricTimer : Metric
{
    // Those that OpenTelemetry gives to durations in seconds, and shorter ones: most handlers take microseconds.
    internal static readonly double[] Boundaries =
    [
        0.000_001, 0.000_01, 0.000_1, 0.001, 0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10,
    ];

    private readonly Histogram<double> _histogram;

    internal MetricTimer(Histogram<double> histogram, TagSet tags)
        : base(histogram, tags) => _histogram = histogram;

    /// <summary>Records one duration.</summary>
    /// <param name="duration">How long it took; recorded in seconds.</param>
    /// <param name="tags">A value for each tag, in the order of the declaration.</param>
    /// <exception cref="ArgumentException">The tags are not those of the declaration.</exception>
    public void Record(TimeSpan duration, params ReadOnlySpan<TagValue> tags)
    {
        Tags.Require(tags.Length);
        if (Enabled)
        {
            var room = default(TagRoom);
            _histogram.Record(duration.TotalSeconds, Tags.Resolve(tags, room));
        }
    }

    /// <summary>
    /// Starts to measure: <c>using (Latency.Start(kind)) { … }</c> records the duration when the block is left, whichever
    /// way, awaits included. For timers of up to three tags.
    /// </summary>
    /// <param name="first">The value of the first tag.</param>
    /// <param name="second">The value of the second tag.</param>
    /// <param name="third">The value of the third tag.</param>
    /// <param name="time">The clock; the system's by default. In an actor, <see cref="Context.Time"/>.</param>
    /// <exception cref="ArgumentException">The tags are not those of the declaration.</exception>
    public TimerScope Start(
        TagValue first = default, TagValue second = default, TagValue third = default, TimeProvider? time = null)
    {
        var count = first.IsAbsent ? 0 : second.IsAbsent ? 1 : third.IsAbsent ? 2 : 3;
        Tags.Require(count);
        return Enabled
            ? new(
                this,
                time ?? TimeProvider.System,
                count > 0 ? Tags.Resolve(0, first) : null,
                count > 1 ? Tags.Resolve(1, second) : null,
                count > 2 ? Tags.Resolve(2, third) : null)
            : default;
    }

    internal void Record(TimeSpan duration, object? first, object? second, object? third)
    {
        var room = default(TagRoom);
        Span<KeyValuePair<string, object?>> tags = room;
        var count = 0;
        foreach (var value in (ReadOnlySpan<object?>)[first, second, third])
        {
            if (value is not null)
            {
                tags[count] = new(Tags.NameOf(count), value);
                count++;
            }
        }

        _histogram.Record(duration.TotalSeconds, tags[..count]);
    }
}

/// <summary>A measurement under way; disposing it, once, records how long it took.</summary>
public readonly struct TimerScope : IDisposable
{
    private readonly MetricTimer? _timer;
    private readonly TimeProvider _time;
    private readonly object? _first;
    private readonly object? _second;
    private readonly object? _third;
    private readonly long _start;

    internal TimerScope(MetricTimer timer, TimeProvider time, object? first, object? second, object? third)
    {
        _timer = timer;
        _time = time;
        _first = first;
        _second = second;
        _third = third;
        _start = time.GetTimestamp();
    }

    /// <summary>Records the duration, if anybody listened when it began.</summary>
    public void Dispose() => _timer?.Record(_time.GetElapsedTime(_start), _first, _second, _third);
}
