using System.Diagnostics.Metrics;

namespace Hyperactor.Telemetry;

/// <summary>
/// Declares metrics on the one meter, each in one line, as static read-only fields:
/// <code>
/// static readonly Counter Orders = Metrics.Counter("shop.orders", "{order}", "Orders taken.", "result");
/// Orders.Add(1, "accepted");
/// </code>
/// </summary>
/// <remarks>
/// Units are those of UCUM: <c>s</c>, <c>By</c>, or what is counted in braces. Each tag lets <see cref="TagValuesMax"/>
/// values through and calls all others <c>other</c>, so that one that should not have been a tag, such as an id or the text
/// of an error, cannot flood a backend. Declaring a metric twice in the same words gives the same metric.
/// </remarks>
public static class Metrics
{
    /// <summary>How many values of one tag of one metric are told apart.</summary>
    public const int TagValuesMax = 256;

    /// <summary>Declares a counter.</summary>
    /// <param name="name">The name, with dots.</param>
    /// <param name="unit">What is counted, such as <c>{order}</c>.</param>
    /// <param name="description">What it means, for people.</param>
    /// <param name="tags">The names of its tags, at most eight.</param>
    /// <exception cref="ArgumentException">A name or the unit is none, or the name is declared as something else.</exception>
    public static Counter Counter(string name, string unit, string description, params ReadOnlySpan<string> tags)
    {
        MetricDeclaration.Of(name, MetricKind.Counter, unit, description, tags);
        return new(HyperactorTelemetry.Meter.CreateCounter<long>(name, unit, description), new(name, tags));
    }

    /// <summary>Declares a counter that also goes down.</summary>
    /// <inheritdoc cref="Counter"/>
    public static UpDownCounter UpDownCounter(string name, string unit, string description, params ReadOnlySpan<string> tags)
    {
        MetricDeclaration.Of(name, MetricKind.UpDownCounter, unit, description, tags);
        return new(HyperactorTelemetry.Meter.CreateUpDownCounter<long>(name, unit, description), new(name, tags));
    }

    /// <summary>Declares a gauge.</summary>
    /// <inheritdoc cref="Counter"/>
    public static Gauge Gauge(string name, string unit, string description, params ReadOnlySpan<string> tags)
    {
        MetricDeclaration.Of(name, MetricKind.Gauge, unit, description, tags);
        return new(HyperactorTelemetry.Meter.CreateGauge<double>(name, unit, description), new(name, tags));
    }

    /// <summary>Declares a gauge that is read when somebody collects.</summary>
    /// <param name="name">The name, with dots.</param>
    /// <param name="unit">The unit of the value.</param>
    /// <param name="description">What it means, for people.</param>
    /// <param name="read">Reads the value; from any thread, must not throw.</param>
    /// <exception cref="ArgumentException">A name or the unit is none, or the name is declared already.</exception>
    public static ObservableGauge ObservableGauge(string name, string unit, string description, Func<double> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        MetricDeclaration.Of(name, MetricKind.ObservableGauge, unit, description, []);
        return new(HyperactorTelemetry.Meter.CreateObservableGauge(name, read, unit, description), new(name, []));
    }

    /// <summary>Declares a histogram.</summary>
    /// <inheritdoc cref="Counter"/>
    public static Histogram Histogram(string name, string unit, string description, params ReadOnlySpan<string> tags)
    {
        MetricDeclaration.Of(name, MetricKind.Histogram, unit, description, tags);
        return new(HyperactorTelemetry.Meter.CreateHistogram<double>(name, unit, description), new(name, tags));
    }

    /// <summary>Declares a timer: a histogram in seconds.</summary>
    /// <inheritdoc cref="Counter"/>
    public static MetricTimer Timer(string name, string description, params ReadOnlySpan<string> tags)
    {
        const string Seconds = "s";
        MetricDeclaration.Of(name, MetricKind.Timer, Seconds, description, tags);
        return new(
            HyperactorTelemetry.Meter.CreateHistogram<double>(
                name,
                Seconds,
                description,
                tags: null,
                new InstrumentAdvice<double> { HistogramBucketBoundaries = MetricTimer.Boundaries }),
            new(name, tags));
    }
}
