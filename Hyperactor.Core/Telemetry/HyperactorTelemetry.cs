using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Hyperactor;

/// <summary>
/// The names under which everything is emitted, for OpenTelemetry's <c>AddMeter</c> and <c>AddSource</c>. Nothing is
/// measured while nobody listens.
/// </summary>
public static class HyperactorTelemetry
{
    /// <summary>
    /// The name of the one meter: of the runtime's metrics, and of those that programs declare with
    /// <see cref="Telemetry.Metrics"/>.
    /// </summary>
    public const string MeterName = "Hyperactor";

    /// <summary>The name of the one source of activities: what <see cref="InstrumentAttribute"/> starts.</summary>
    public const string SourceName = "Hyperactor";

    internal static readonly Meter Meter = new(MeterName, Version);

    internal static readonly ActivitySource Source = new(SourceName, Version);

    private static string? Version => typeof(HyperactorTelemetry).Assembly.GetName().Version?.ToString(3);
}
