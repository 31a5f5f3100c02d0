using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;

namespace Hyperactor.Tests.Telemetry;

/// <summary>What the meter of Hyperactor measured since this was made.</summary>
internal sealed class Recorded : IDisposable
{
    private readonly ConcurrentQueue<Measured> _all = new();
    private readonly MeterListener _listener = new();

    internal Recorded(string prefix = "hyperactor.")
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == HyperactorTelemetry.MeterName && instrument.Name.StartsWith(prefix, StringComparison.Ordinal))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((i, value, tags, _) => Add(i, value, tags));
        _listener.SetMeasurementEventCallback<double>((i, value, tags, _) => Add(i, value, tags));
        _listener.Start();
    }

    internal IEnumerable<Measured> All => _all;

    public void Dispose() => _listener.Dispose();

    internal void Collect() => _listener.RecordObservableInstruments();

    internal IEnumerable<Measured> Of(string name) => _all.Where(m => m.Name == name);

    internal (double Value, string Tags) Last(string name) => Of(name).Select(m => (m.Value, m.Tags)).Last();

    internal Type[] TagTypes(string name) => Of(name).Last().TagTypes;

    /// <summary>The sum of all values with these tags, and perhaps others.</summary>
    internal double Sum(string name, params (string Key, string Value)[] tags) => Of(name)
        .Where(m => tags.All(t => $", {m.Tags},".Contains($" {t.Key}={t.Value},", StringComparison.Ordinal)))
        .Sum(m => m.Value);

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var texts = new List<string>();
        var types = new List<Type>();
        foreach (var (key, tag) in tags)
        {
            texts.Add(string.Create(CultureInfo.InvariantCulture, $"{key}={tag}"));
            types.Add(tag!.GetType());
        }

        _all.Enqueue(new(instrument.Name, value, string.Join(", ", texts), [.. types]));
    }

    internal sealed record Measured(string Name, double Value, string Tags, Type[] TagTypes);
}
