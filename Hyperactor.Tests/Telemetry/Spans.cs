using System.Collections.Concurrent;
using System.Diagnostics;

namespace Hyperactor.Tests.Telemetry;

/// <summary>The activities that ended since this was made, and a source of activities for tests.</summary>
internal sealed class Spans : IDisposable
{
    private readonly ConcurrentQueue<Activity> _ended = new();
    private readonly ActivityListener _listener;

    internal Spans(ActivitySamplingResult sampling = ActivitySamplingResult.AllDataAndRecorded)
    {
        Source = new($"Test.{Guid.NewGuid():N}");
        _listener = new()
        {
            ShouldListenTo = s => s.Name == HyperactorTelemetry.SourceName || s == Source,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => sampling,
            ActivityStopped = _ended.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    internal ActivitySource Source { get; }

    internal IEnumerable<Activity> Ended => _ended;

    internal Activity One(string name) => _ended.Single(a => a.DisplayName == name);

    internal static string Tags(Activity activity) =>
        string.Join(", ", activity.TagObjects.Select(t => $"{t.Key}={t.Value}"));

    public void Dispose()
    {
        _listener.Dispose();
        Source.Dispose();
    }
}
