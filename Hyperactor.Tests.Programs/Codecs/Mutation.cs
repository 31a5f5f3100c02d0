using System.Buffers.Binary;

namespace Hyperactor.Tests.Programs.Codecs;

/// <summary>Makes bytes that are nearly a value, as a broken or hostile peer would send them.</summary>
internal static class Mutation
{
    private const int RandomMost = 200;
    private const int TailMost = 64 * 1024;

    private static readonly int[] Lengths =
        [-1, 0, 1, 2, 127, 128, 249, 250, 255, 256, 65535, 65536, 1 << 20, int.MaxValue, int.MinValue, int.MaxValue - 7, -2, ~1, ~100];

    /// <summary>Bytes made of others.</summary>
    /// <param name="random">Draws.</param>
    /// <param name="value">The bytes of a value; they are not changed.</param>
    /// <param name="other">The bytes of another value, perhaps of another type.</param>
    internal static byte[] Make(Random random, byte[] value, byte[] other)
    {
        var bytes = (byte[])value.Clone();
        for (var changes = random.Next(4) == 0 ? random.Next(1, 6) : 1; changes > 0; changes--)
        {
            bytes = Change(random, bytes, other);
        }

        return random.Next(400) == 0 ? Announce(random, bytes) : bytes;
    }

    // As many items are announced as there are bytes behind: all that a reader can check before it reads them.
    private static byte[] Announce(Random random, byte[] bytes)
    {
        var tail = random.Next(3) switch
        {
            0 => new byte[TailMost],
            1 => [.. Enumerable.Repeat((byte)255, TailMost)],
            _ => Noise(random, random.Next(TailMost)),
        };
        var at = random.Next(bytes.Length + 1);
        var length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, random.Bool() ? tail.Length : random.Next(tail.Length + 1));
        return [.. bytes[..at], .. length, .. tail];
    }

    private static byte[] Change(Random random, byte[] bytes, byte[] other)
    {
        var at = bytes.Length == 0 ? 0 : random.Next(bytes.Length);
        switch (random.Next(9))
        {
            case 0 when bytes.Length > 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                return bytes;
            case 1 when bytes.Length > 0:
                bytes[at] = (byte)random.Next(256);
                return bytes;
            case 2 when bytes.Length > 0:
                bytes[at] = random.Next(3) switch { 0 => 0, 1 => 255, _ => 250 };
                return bytes;
            case 3 when bytes.Length > at + sizeof(int):
                BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at), Lengths[random.Next(Lengths.Length)]);
                return bytes;
            case 4:
                return bytes[..at];
            case 5:
                return [.. bytes[..at], .. Noise(random, random.Next(1, 9)), .. bytes[at..]];
            case 6 when bytes.Length > 0:
                return [.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + random.Next(1, 9))..]];
            case 7:
                var from = random.Next(other.Length + 1);
                return [.. bytes[..at], .. other[from..]];
            default:
                return random.Next(8) == 0 ? Noise(random, random.Next(RandomMost)) : [.. bytes, .. bytes[..at]];
        }
    }

    private static byte[] Noise(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }
}
