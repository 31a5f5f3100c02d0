using System.Diagnostics.Metrics;

namespace Hyperactor.Telemetry;

/// <summary>
/// Something that is measured, declared once with <see cref="Metrics"/> and recorded from any thread. Recording allocates
/// nothing once a combination of tags is known, and does nothing while nobody listens.
/// </summary>
public abstract class Metric
{
    private readonly Instrument _instrument;

    private protected Metric(Instrument instrument, TagSet tags)
    {
        _instrument = instrument;
        Tags = tags;
    }

    /// <summary>The name, as backends see it.</summary>
    public string Name => _instrument.Name;

    /// <summary>Whether anybody listens: for measurements that cost something to make.</summary>
    public bool Enabled => _instrument.Enabled;

    private protected TagSet Tags { get; }
}

/// <summary>Counts what happens; it only grows.</summary>
public sealed class Counter : Metric
{
    private readonly Counter<long> _counter;

    internal Counter(Counter<long> counter, TagSet tags)
        : base(counter, tags) => _counter = counter;

    /// <summary>Counts.</summary>
    /// <param name="amount">How many; not negative.</param>
    /// <param name="tags">A value for each tag, in the order of the declaration.</param>
    /// <exception cref="ArgumentException">The tags are not those of the declaration.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is negative.</exception>
    public void Add(long amount = 1, params ReadOnlySpan<TagValue> tags)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        Tags.Require(tags.Length);
        if (Enabled)
        {
            var room = default(TagRoom);
            _counter.Add(amount, Tags.Resolve(tags, room));
        }
    }
}

/// <summary>Counts what is there: up when something comes, down when it goes.</summary>
public sealed class UpDownCounter : Metric
{
    private readonly UpDownCounter<long> _counter;

    internal UpDownCounter(UpDownCounter<long> counter, TagSet tags)
        : base(counter, tags) => _counter = counter;

    /// <summary>Counts up, or down if <paramref name="amount"/> is negative.</summary>
    /// <param name="amount">How many came or went.</param>
    /// <param name="tags">A value for each tag, in the order of the declaration.</param>
    /// <exception cref="ArgumentException">The tags are not those of the declaration.</exception>
    public void Add(long amount, params ReadOnlySpan<TagValue> tags)
    {
        Tags.Require(tags.Length);
        if (Enabled)
        {
            var room = default(TagRoom);
            _counter.Add(amount, Tags.Resolve(tags, room));
        }
    }
}

/// <summary>The last value of something that is not a sum, such as a temperature or a share.</summary>
public sealed class Gauge : Metric
{
    private readonly Gauge<double> _gauge;

    internal Gauge(Gauge<double> gauge, TagSet tags)
        : base(gauge, tags) => _gauge = gauge;

    /// <summary>Records the value as it is now.</summary>
    /// <param name="value">The value, in the unit of the declaration.</param>
    /// <param name="tags">A value for each tag, in the order of the declaration.</param>
    /// <exception cref="ArgumentException">The tags are not those of the declaration.</exception>
    public void Record(double value, params ReadOnlySpan<TagValue> tags)
    {
        Tags.Require(tags.Length);
        if (Enabled)
        {
            var room = default(TagRoom);
            _gauge.Record(value, Tags.Resolve(tags, room));
        }
    }
}

/// <summary>A gauge that is read when somebody collects.</summary>
public sealed class ObservableGauge : Metric
{
    internal ObservableGauge(ObservableGauge<double> gauge, TagSet tags)
        : base(gauge, tags)
    {
    }
}

/// <summary>How values are distributed, such as the sizes of orders.</summary>
public sealed class Histogram : Metric
{
    private readonly Histogram<double> _histogram;

    internal Histogram(Histogram<double> histogram, TagSet tags)
        : base(histogram, tags) => _histogram = histogram;

    /// <summary>Records one value.</summary>
    /// <param name="value">The value, in the unit of the declaration.</param>
    /// <param name="tags">A value for each tag, in the order of the declaration.</param>
    /// <exception cref="ArgumentException">The tags are not those of the declaration.</exception>
    public void Record(double value, params ReadOnlySpan<TagValue> tags)
    {
        Tags.Require(tags.Length);
        if (Enabled)
        {
            var room = default(TagRoom);
            _histogram.Record(value, Tags.Resolve(tags, room));
        }
    }
}
