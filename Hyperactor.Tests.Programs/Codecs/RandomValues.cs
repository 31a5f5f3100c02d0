using System.Text;

namespace Hyperactor.Tests.Programs.Codecs;

/// <summary>Random values of the usual types: the edges more often than chance has it.</summary>
internal static class RandomValues
{
    private static readonly string[] Words = ["", "a", "größer", "\"\\/<>&\u0001", "😀", "日本語", "x\0y", "null", "-0"];

    internal static int Int(this Random random) => random.Next(8) switch
    {
        0 => 0,
        1 => -1,
        2 => int.MaxValue,
        3 => int.MinValue,
        4 => random.Next(300),
        _ => unchecked((int)random.NextInt64()),
    };

    internal static long Long(this Random random) => random.Next(6) switch
    {
        0 => long.MinValue,
        1 => random.Int(),
        _ => random.NextInt64(long.MinValue, long.MaxValue),
    };

    internal static bool Bool(this Random random) => random.Next(2) == 0;

    internal static double Double(this Random random) => random.Next(8) switch
    {
        0 => double.NaN,
        1 => double.PositiveInfinity,
        2 => -0.0,
        3 => double.Epsilon,
        4 => double.MinValue,
        _ => (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-20, 20)),
    };

    internal static float Float(this Random random) => (float)random.Double();

    internal static decimal Decimal(this Random random) =>
        new(random.Int(), random.Int(), random.Int(), random.Bool(), (byte)random.Next(29));

    internal static string Text(this Random random)
    {
        if (random.Next(3) == 0)
        {
            return Words[random.Next(Words.Length)];
        }

        var text = new StringBuilder();
        for (var left = random.Next(12); left > 0; left--)
        {
            text.Append(new Rune(random.Next(4) == 0 ? random.Next(0xE000, 0x110000) : random.Next(32, 0x250)).ToString());
        }

        return text.ToString();
    }

    internal static string? TextOrNull(this Random random) => random.Next(4) == 0 ? null : random.Text();

    internal static Guid Guid(this Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new(bytes);
    }

    internal static DateTime DateTime(this Random random) =>
        new(random.NextInt64(System.DateTime.MaxValue.Ticks + 1), (DateTimeKind)random.Next(2));

    internal static DateTimeOffset DateTimeOffset(this Random random) => new(
        random.NextInt64(TimeSpan.TicksPerDay, System.DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay),
        TimeSpan.FromMinutes(random.Next(-840, 841)));

    internal static T[] Many<T>(this Random random, Func<Random, T> make, int most = 5)
    {
        var items = new T[random.Next(most + 1)];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = make(random);
        }

        return items;
    }

    internal static T? Maybe<T>(this Random random, Func<Random, T> make)
        where T : class => random.Next(3) == 0 ? null : make(random);

    internal static T? MaybeValue<T>(this Random random, Func<Random, T> make)
        where T : struct => random.Next(3) == 0 ? null : make(random);

    internal static ActorId Actor(this Random random) => random.Bool()
        ? new WorldId("w" + random.Next(9)).Proc((ulong)random.Next(99)).Actor("a", (ulong)random.Next(3))
        : ProcId.Direct(ChannelAddress.Parse("tcp:127.0.0.1:" + random.Next(1, 65536)), "p").Actor("a");

    internal static PortId Port(this Random random) => random.Actor().Port((ulong)random.NextInt64());
}
