using System.Diagnostics;

namespace Hyperactor.Telemetry;

/// <summary>A method that is traced. Generated code has one for each.</summary>
/// <param name="name">The name of its activities: <c>{Type}/{Method}</c>.</param>
/// <param name="kind">
/// The kind of its activities. What is <see cref="ActivityKind.Internal"/> is measured here; handlers are measured by the
/// loop of their actor.
/// </param>
public sealed class Operation(string name, ActivityKind kind)
{
    /// <summary>Whether anybody wants to know of calls; if not, the method is called as if nothing were there.</summary>
    public bool IsObserved =>
        HyperactorTelemetry.Source.HasListeners()
        || (kind == ActivityKind.Internal && RuntimeMetrics.OperationDuration.Enabled);

    /// <summary>A call begins.</summary>
    /// <param name="parent">What it belongs to; by default the current activity, if there is one.</param>
    /// <param name="time">The clock that durations are measured by; the system's by default.</param>
    public OperationScope Start(ActivityContext parent = default, TimeProvider? time = null) => new(
        HyperactorTelemetry.Source.StartActivity(name, kind, parent),
        kind == ActivityKind.Internal && RuntimeMetrics.OperationDuration.Enabled ? name : null,
        time ?? TimeProvider.System);
}

/// <summary>One call that is traced; disposing it ends its activity.</summary>
public sealed class OperationScope : IDisposable
{
    /// <summary>How much of a stack is recorded, in chars.</summary>
    internal const int StackMax = 16 << 10;

    private readonly Activity? _activity;
    private readonly string? _measured;
    private readonly TimeProvider _time;
    private readonly long _start;
    private string _outcome = Outcomes.Error;

    internal OperationScope(Activity? activity, string? measured, TimeProvider time)
    {
        _activity = activity;
        _measured = measured;
        _time = time;
        _start = time.GetTimestamp();
    }

    /// <summary>Notes an argument, as a number, a truth value or a bounded text.</summary>
    public void Tag<T>(string name, T value)
    {
        if (_activity is { IsAllDataRequested: true })
        {
            _activity.SetTag(name, value is bool or int or long or double ? value : TagText.Of(value));
        }
    }

    /// <summary>The method returned.</summary>
    public void Done() => _outcome = Outcomes.Ok;

    /// <summary>An exception left the method: it is recorded as OpenTelemetry says.</summary>
    public void Fail(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        _outcome = exception is OperationCanceledException ? Outcomes.Cancelled : Outcomes.Error;
        if (_activity is not { IsAllDataRequested: true })
        {
            _activity?.SetStatus(ActivityStatusCode.Error);
            return;
        }

        var type = exception.GetType().FullName ?? exception.GetType().Name;
        var message = TagText.Of(exception.Message);
        _activity.SetTag("error.type", type);
        _activity.SetStatus(ActivityStatusCode.Error, message);
        TagList details = new()
        {
            { "exception.type", type },
            { "exception.message", message },
            { "exception.stacktrace", TagText.Cut(exception.ToString(), StackMax) },
        };
        _activity.AddException(exception, details);
    }

    /// <summary>Ends the activity and records how long it took.</summary>
    public void Dispose()
    {
        if (_measured is not null)
        {
            RuntimeMetrics.OperationDuration.Record(_time.GetElapsedTime(_start), _measured, _outcome);
        }

        _activity?.Dispose();
    }
}

/// <summary>The values of the tag <c>outcome</c> of durations.</summary>
internal static class Outcomes
{
    internal const string Ok = "ok";
    internal const string Error = "error";
    internal const string Cancelled = "cancelled";
    internal const string Refused = "refused";
}
