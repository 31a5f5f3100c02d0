using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Hyperactor.Tests.Telemetry;

/// <summary>What the OpenTelemetry SDK makes of it.</summary>
[NonParallelizable]
public sealed class OpenTelemetryTests
{
    [Test]
    public async Task A_trace_over_two_procs_has_one_id_and_the_right_parents()
    {
        using var source = new ActivitySource("Test.Shop");
        List<Activity> exported = [];
        using var tracing = Sdk.CreateTracerProviderBuilder()
            .AddSource(HyperactorTelemetry.SourceName)
            .AddSource(source.Name)
            .AddInMemoryExporter(exported)
            .Build();
        await using var procs = await LinkedProcs.LinkAsync();
        var last = procs.There.Spawn("last", new TracedActor());
        var middle = procs.There.Spawn("middle", new PassingActor());
        middle.Meet(procs.Client, last.Bind());
        var first = procs.Here.Spawn("first", new TracedActor());
        using (source.StartActivity("request", ActivityKind.Client))
        {
            await first.AskAsync(procs.Client, middle.Bind()).Soon();
        }

        tracing.ForceFlush();
        var (request, ask, look) = (One(exported, "request"), One(exported, "TracedActor/Ask"), One(exported, "TracedActor/Look"));
        Assert.Multiple(() =>
        {
            Assert.That(exported, Has.Count.EqualTo(3));
            Assert.That(exported.Select(a => a.TraceId).Distinct().Count(), Is.EqualTo(1));
            Assert.That(ask.ParentSpanId, Is.EqualTo(request.SpanId));
            Assert.That(look.ParentSpanId, Is.EqualTo(ask.SpanId));
            Assert.That(look.HasRemoteParent, Is.True);
            Assert.That(look.Kind, Is.EqualTo(ActivityKind.Server));
            Assert.That(look.GetTagItem("hyperactor.actor"), Is.EqualTo("there[0].last[0]"));
            Assert.That(look.Source.Version, Is.EqualTo(typeof(Actor).Assembly.GetName().Version!.ToString(3)));
        });
    }

    [Test]
    public async Task An_error_over_there_is_recorded_over_there()
    {
        List<Activity> exported = [];
        using var tracing = Sdk.CreateTracerProviderBuilder()
            .AddSource(HyperactorTelemetry.SourceName)
            .AddInMemoryExporter(exported)
            .Build();
        await using var procs = await LinkedProcs.LinkAsync();
        var actor = procs.There.Spawn("a", new TracedActor());
        actor.Bind().Break(procs.Client, "boom");
        await actor.Completion.Soon();
        tracing.ForceFlush();
        var span = One(exported, "TracedActor/Break");
        Assert.Multiple(() =>
        {
            Assert.That(span.Status, Is.EqualTo(ActivityStatusCode.Error));
            Assert.That(span.StatusDescription, Is.EqualTo("boom"));
            Assert.That(span.Events.Single().Name, Is.EqualTo("exception"));
            Assert.That(span.Events.Single().Tags, Does.Contain(new KeyValuePair<string, object?>("exception.message", "boom")));
        });
    }

    [Test]
    public async Task Metrics_are_exported_with_their_values_units_and_tags()
    {
        List<Metric> exported = [];
        using var metering = Sdk.CreateMeterProviderBuilder()
            .AddMeter(HyperactorTelemetry.MeterName)
            .AddInMemoryExporter(exported)
            .Build();
        await using (var proc = Proc.Local())
        {
            await using var client = proc.Attach("client");
            var actor = proc.Spawn("a", new PassingActor());
            for (var i = 0; i < 7; i++)
            {
                await actor.HeadersAsync(client).Soon();
            }

            actor.Meet(client, default);
        }

        metering.ForceFlush();
        var handled = Points(exported, "hyperactor.handler.duration")
            .Single(p => Tag(p, "handler") == "Headers" && Tag(p, "actor.type") == "Hyperactor.Tests.Telemetry.PassingActor");
        Assert.Multiple(() =>
        {
            Assert.That(Points(exported, "hyperactor.messages.sent").Sum(p => p.GetSumLong()), Is.EqualTo(8));
            Assert.That(Points(exported, "hyperactor.messages.delivered").Sum(p => p.GetSumLong()), Is.EqualTo(8));
            Assert.That(Points(exported, "hyperactor.actors.active").Sum(p => p.GetSumLong()), Is.Zero);
            Assert.That(handled.GetHistogramCount(), Is.EqualTo(7));
            Assert.That(handled.GetHistogramSum(), Is.Positive.And.LessThan(7 * 30));
            Assert.That(Tag(handled, "outcome"), Is.EqualTo("ok"));
            Assert.That(Buckets(handled), Does.Contain(0.000_1).And.Contain(10.0));
            Assert.That(exported.Single(m => m.Name == "hyperactor.handler.duration").Unit, Is.EqualTo("s"));
        });
    }

    private static Activity One(List<Activity> exported, string name) => exported.Single(a => a.DisplayName == name);

    private static IEnumerable<MetricPoint> Points(List<Metric> exported, string name)
    {
        foreach (var point in exported.Single(m => m.Name == name).GetMetricPoints())
        {
            yield return point;
        }
    }

    private static IEnumerable<double> Buckets(MetricPoint point)
    {
        foreach (var bucket in point.GetHistogramBuckets())
        {
            yield return bucket.ExplicitBound;
        }
    }

    private static string? Tag(MetricPoint point, string key)
    {
        foreach (var tag in point.Tags)
        {
            if (tag.Key == key)
            {
                return tag.Value as string;
            }
        }

        return null;
    }
}
