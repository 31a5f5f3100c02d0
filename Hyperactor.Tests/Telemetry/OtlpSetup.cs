using Hyperactor.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Hyperactor.Tests.Telemetry;

/// <summary>The code that docs/telemetry.md shows; the regions are compared with it.</summary>
public static class OtlpSetup
{
    internal static IHost Build(string[] args)
    {
        #region otlp
        var builder = Host.CreateApplicationBuilder(args);
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("shop"))
            .WithTracing(tracing => tracing.AddSource(HyperactorTelemetry.SourceName).AddOtlpExporter())
            .WithMetrics(metrics => metrics.AddMeter(HyperactorTelemetry.MeterName).AddOtlpExporter());
        #endregion
        return builder.Build();
    }
}

#region declare
internal static class ShopMetrics
{
    internal static readonly Counter Orders = Metrics.Counter("shop.orders", "{order}", "Orders taken.", "result");
    internal static readonly UpDownCounter Open = Metrics.UpDownCounter("shop.orders.open", "{order}", "Orders that are open.");
    internal static readonly Gauge Load = Metrics.Gauge("shop.load", "1", "How much of the shop is in use.");
    internal static readonly Histogram Size = Metrics.Histogram("shop.order.size", "{item}", "Items in an order.");
    internal static readonly MetricTimer Latency = Metrics.Timer("shop.payment.duration", "How long payments take.", "provider");
}
#endregion

internal static class Shop
{
    internal static async Task SellAsync(int items, string provider, Func<Task> payAsync)
    {
        #region record
        ShopMetrics.Orders.Add(1, "accepted");
        ShopMetrics.Size.Record(items);
        using (ShopMetrics.Latency.Start(provider))
        {
            await payAsync();
        }
        #endregion
    }
}

#region instrument
[Export]
public sealed partial class TillActor : Actor
{
    [Handler, Instrument(Skip = [nameof(card)])]
    private async ValueTask<string> Pay(Context cx, decimal amount, string card)
    {
        cx.Record($"asked the bank for {amount}");
        return await Bank.ChargeAsync(amount, card);
    }
}

internal static class Bank
{
    [Instrument(Skip = [nameof(card)])]
    internal static Task<string> ChargeAsync(decimal amount, string card) => Task.FromResult($"{amount} off {card[..1]}");
}
#endregion
