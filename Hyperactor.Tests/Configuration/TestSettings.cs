using System.Numerics;

namespace Hyperactor.Tests.Configuration;

/// <summary>Settings of each kind, completed by the generator.</summary>
[DeclareAttrs("tests.settings")]
public static partial class TestSettings
{
    /// <summary>Whether to.</summary>
    [Setting(Default = "true")]
    public static partial Setting<bool> Flag { get; }

    [Setting(Default = "3", Minimum = "1", Maximum = "10", Unit = "items")]
    public static partial Setting<byte> Few { get; }

    [Setting(Default = "64KiB", Unit = "bytes", Minimum = "1")]
    public static partial Setting<long> Size { get; }

    [Setting(Default = "0.5", Maximum = "1")]
    public static partial Setting<double> Share { get; }

    [Setting(Default = "1.50")]
    public static partial Setting<decimal> Price { get; }

    [Setting(Default = "30s", Minimum = "1ms")]
    public static partial Setting<TimeSpan> Wait { get; }

    [Setting(Default = "blue")]
    public static partial Setting<Attributes.TestColor> Color { get; }

    [Setting(Default = " as it is ")]
    public static partial Setting<string> Label { get; }

    [Setting(Default = "11111111-2222-3333-4444-555555555555", Environment = "TESTS_ID")]
    public static partial Setting<Guid> Id { get; }

    [Setting(Default = "340282366920938463463374607431768211455")]
    public static partial Setting<UInt128> Huge { get; }

    [Setting(Default = "2026-01-02T03:04:05.1234567")]
    public static partial Setting<DateTime> Since { get; }

    [Setting(Default = "12345678901234567890123")]
    public static partial Setting<BigInteger> Bigger { get; }
}
