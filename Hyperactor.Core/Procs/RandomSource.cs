using System.Security.Cryptography;

namespace Hyperactor;

/// <summary>
/// Where the runtime draws names and secrets from. Under a seed a whole system draws the same each time; it must then not
/// be reachable by strangers, because its secrets can be guessed.
/// </summary>
public abstract class RandomSource
{
    /// <summary>The platform's cryptographic generator.</summary>
    public static RandomSource System { get; } = new PlatformSource();

    /// <summary>The same bytes for the same seed; for tests and simulations.</summary>
    public static RandomSource Seeded(int seed) => new SeededSource(seed);

    /// <summary>Fills <paramref name="bytes"/>. Safe to call from many threads.</summary>
    public abstract void Fill(Span<byte> bytes);

    /// <summary>Draws <paramref name="count"/> bytes, as lower-case hex.</summary>
    internal string Hex(int count)
    {
        var bytes = new byte[count];
        Fill(bytes);
        return Convert.ToHexStringLower(bytes);
    }

    private sealed class PlatformSource : RandomSource
    {
        public override void Fill(Span<byte> bytes) => RandomNumberGenerator.Fill(bytes);
    }

    private sealed class SeededSource(int seed) : RandomSource
    {
        private readonly Lock _gate = new();
        private readonly Random _random = new(seed);

        public override void Fill(Span<byte> bytes)
        {
            lock (_gate)
            {
                _random.NextBytes(bytes);
            }
        }
    }
}
