using System.Diagnostics.Metrics;
using Hyperactor.Telemetry;
using Microsoft.Extensions.Time.Testing;

namespace Hyperactor.Tests.Telemetry;

[NonParallelizable]
public sealed class MetricsTests
{
    private static readonly Counter Orders = Metrics.Counter("test.orders", "{order}", "Orders taken.", "result");
    private static readonly UpDownCounter Open = Metrics.UpDownCounter("test.open", "{order}", "Orders that are open.");
    private static readonly Gauge Heat = Metrics.Gauge("test.heat", "Cel", "How hot it is.", "room", "floor");
    private static readonly Histogram Size = Metrics.Histogram("test.size", "By", "Sizes.", "kind", "whole", "share", "flag");
    private static readonly MetricTimer Latency = Metrics.Timer("test.latency", "How long orders take.", "result", "city", "retry");
    private static readonly MetricTimer Bare = Metrics.Timer("test.bare", "How long nothing takes.");

    [Test]
    public void A_counter_adds_up_by_tag()
    {
        using var seen = new Recorded("test.");
        Orders.Add(1, "accepted");
        Orders.Add(2, "accepted");
        Orders.Add(tags: "refused");
        Assert.That(seen.Sum("test.orders", ("result", "accepted")), Is.EqualTo(3));
        Assert.That(seen.Sum("test.orders", ("result", "refused")), Is.EqualTo(1));
    }

    [Test]
    public void An_up_down_counter_goes_down()
    {
        using var seen = new Recorded("test.");
        Open.Add(3);
        Open.Add(-2);
        Assert.That(seen.Sum("test.open"), Is.EqualTo(1));
    }

    [Test]
    public void A_gauge_takes_values_with_tags_of_every_form()
    {
        using var seen = new Recorded("test.");
        Heat.Record(21.5, "kitchen", 2);
        Size.Record(7, null, 5L, 0.5, true);
        Assert.That(seen.Last("test.heat"), Is.EqualTo((21.5, "room=kitchen, floor=2")));
        Assert.That(seen.Last("test.size"), Is.EqualTo((7.0, "kind=none, whole=5, share=0.5, flag=True")));
        Assert.That(seen.TagTypes("test.size"), Is.EqualTo(new[] { typeof(string), typeof(long), typeof(double), typeof(bool) }));
    }

    [Test]
    public void An_observable_gauge_is_read_when_somebody_collects()
    {
        var value = 1.0;
        Metrics.ObservableGauge($"test.read_{Guid.NewGuid():N}", "1", "A value.", () => value);
        using var seen = new Recorded("test.read_");
        value = 42;
        seen.Collect();
        Assert.That(seen.All.Single(m => m.Value == 42).Value, Is.EqualTo(42));
    }

    [Test]
    public async Task A_timer_measures_in_seconds_and_awaits_included()
    {
        var time = new FakeTimeProvider();
        using var seen = new Recorded("test.");
        using (Latency.Start("ok", "Bern", 1, time))
        {
            await Task.Yield();
            time.Advance(TimeSpan.FromMilliseconds(1500));
        }

        Latency.Record(TimeSpan.FromMilliseconds(250), "failed", "Bern", 2);
        using (Bare.Start(time: time))
        {
            time.Advance(TimeSpan.FromSeconds(2));
        }

        Assert.That(seen.Of("test.latency").Select(m => (m.Value, m.Tags)), Is.EqualTo(new[]
        {
            (1.5, "result=ok, city=Bern, retry=1"), (0.25, "result=failed, city=Bern, retry=2"),
        }));
        Assert.That(seen.Last("test.bare"), Is.EqualTo((2.0, "")));
    }

    [Test]
    public void A_timer_records_when_the_block_is_left_by_an_exception()
    {
        using var seen = new Recorded("test.");
        Assert.That(
            () =>
            {
                using (Bare.Start())
                {
                    throw new InvalidOperationException();
                }
            },
            Throws.InvalidOperationException);
        Assert.That(seen.Of("test.bare").Count(), Is.EqualTo(1));
    }

    [Test]
    public void Nothing_is_measured_while_nobody_listens()
    {
        var never = new Never();
        Assert.That(Bare.Enabled, Is.False);
        Bare.Start(time: never).Dispose();
        Orders.Add(1, "x");
    }

    [Test]
    public void Recording_allocates_nothing_with_known_tags()
    {
        using var listener = new MeterListener { InstrumentPublished = static (i, l) => l.EnableMeasurementEvents(i) };
        listener.SetMeasurementEventCallback<long>(static (_, _, _, _) => { });
        listener.SetMeasurementEventCallback<double>(static (_, _, _, _) => { });
        listener.Start();
        Record();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            Record();
        }

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);

        static void Record()
        {
            Orders.Add(1, "accepted");
            Heat.Record(1, "kitchen", 1234);
            Size.Record(1, "a", 2, 0.25, false);
            using (Latency.Start("ok", "Bern", 7))
            {
                Bare.Record(TimeSpan.FromSeconds(1));
            }
        }
    }

    [Test]
    public void A_tag_lets_so_many_values_through_and_calls_the_rest_other()
    {
        var name = $"test.flood_{Guid.NewGuid():N}";
        var flood = Metrics.Counter(name, "{event}", "Events.", "id");
        using var seen = new Recorded("");
        for (var i = 0; i < Metrics.TagValuesMax * 2; i++)
        {
            flood.Add(1, i);
            flood.Add(1, i);
        }

        Assert.Multiple(() =>
        {
            Assert.That(seen.Of(name).Select(m => m.Tags).Distinct().Count(), Is.EqualTo(Metrics.TagValuesMax + 1));
            Assert.That(seen.Sum(name, ("id", "other")), Is.EqualTo(Metrics.TagValuesMax * 2));
            Assert.That(seen.Sum("hyperactor.telemetry.tags_limited", ("instrument", name), ("tag", "id")), Is.EqualTo(1));
            Assert.That(seen.Sum(name, ("id", "0")), Is.EqualTo(2));
        });
    }

    [Test]
    public async Task Threads_that_meet_at_the_limit_let_no_value_too_many_through()
    {
        var limiter = new TagLimiter("test.meet", "id", 10);
        var through = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            () => Enumerable.Range(0, 1000).Select(i => limiter.Limit(i % 20)).ToArray())));
        var values = through.SelectMany(v => v).Distinct().ToArray();
        Assert.That(values, Has.Length.EqualTo(11).And.Contains("other"));
    }

    [Test]
    public void A_long_text_is_cut()
    {
        using var seen = new Recorded("test.");
        Orders.Add(1, new string('x', 255) + "😀😀");
        var tags = seen.Last("test.orders").Tags;
        Assert.That(tags, Has.Length.LessThanOrEqualTo("result=".Length + TagText.LengthMax).And.EndsWith("x…"));
    }

    [TestCase("", "{x}", "tag", "not the name of a metric")]
    [TestCase("1st", "{x}", "tag", "not the name of a metric")]
    [TestCase("with space", "{x}", "tag", "not the name of a metric")]
    [TestCase("test.unit", "", "tag", "not the unit")]
    [TestCase("test.unit", "per second", "tag", "not the unit")]
    [TestCase("test.tag", "s", "Tag", "not the name of a tag")]
    [TestCase("test.tag", "s", "", "not the name of a tag")]
    public void A_declaration_that_backends_would_refuse_is_refused(string name, string unit, string tag, string why) =>
        Assert.That(() => Metrics.Counter(name, unit, "Something.", tag), Throws.ArgumentException.With.Message.Contains(why));

    [Test]
    public void A_tag_twice_and_too_many_tags_are_refused()
    {
        Assert.That(() => Metrics.Counter("test.twice", "{x}", "", "a", "a"), Throws.ArgumentException.With.Message.Contains("twice"));
        Assert.That(
            () => Metrics.Counter("test.many", "{x}", "", "a", "b", "c", "d", "e", "f", "g", "h", "i"),
            Throws.ArgumentException.With.Message.Contains("may have 8"));
    }

    [Test]
    public void One_name_for_two_things_is_refused_and_the_same_thing_twice_is_not()
    {
        var again = Metrics.Counter("test.orders", "{order}", "Orders taken.", "result");
        using var seen = new Recorded("test.");
        again.Add(2, "accepted");
        Orders.Add(3, "accepted");
        Assert.That(seen.Sum("test.orders", ("result", "accepted")), Is.EqualTo(5));
        Assert.That(
            () => Metrics.Counter("test.orders", "{order}", "Orders taken."),
            Throws.ArgumentException.With.Message.Contains("declared already"));
        Assert.That(
            () => Metrics.Gauge("test.orders", "{order}", "Orders taken.", "result"),
            Throws.ArgumentException.With.Message.Contains("declared already"));
        Metrics.ObservableGauge("test.once", "1", "Once.", () => 1);
        Assert.That(() => Metrics.ObservableGauge("test.once", "1", "Once.", () => 1), Throws.ArgumentException);
    }

    [Test]
    public void Wrong_tags_are_refused_whether_anybody_listens_or_not()
    {
        Assert.That(() => Orders.Add(1), Throws.ArgumentException.With.Message.Contains("test.orders has the tags (result)"));
        Assert.That(() => Open.Add(1, "x"), Throws.ArgumentException);
        Assert.That(() => Latency.Start("ok"), Throws.ArgumentException);
        Assert.That(() => Orders.Add(-1, "x"), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    private sealed class Never : TimeProvider
    {
        public override long GetTimestamp() => throw new InvalidOperationException("Nobody listens.");
    }
}
