using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Hyperactor.Data;

/// <summary>
/// What lies in memory between the fields of a value. Nobody ever sets it, so it holds whatever was there before; it travels
/// as zeros, so that equal values have equal bytes and nothing else of this process goes out.
/// </summary>
internal static class Gaps
{
    /// <summary>Whether the type is known to have none: a constant in machine code.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool HasNone<T>() =>
        ValueBits.TakesAll<T>()
        || typeof(T) == typeof(decimal) || typeof(T) == typeof(DateTime)
        || typeof(T) == typeof(DateOnly) || typeof(T) == typeof(TimeOnly) || typeof(T) == typeof(System.Text.Rune);

    /// <summary>A <see cref="bool"/> as the byte that every reader takes: whatever is not 0 is true.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static byte Normal<T>(T value) => Unsafe.BitCast<T, byte>(value) == 0 ? (byte)0 : (byte)1;

    /// <summary>Finds the bytes of fields, by setting one byte after the other and looking whether any field sees it.</summary>
    /// <returns>255 for each byte of a field and 0 for each byte between fields; empty if all are of fields.</returns>
    internal static byte[] FindFields<T>(MessageCodec<T> codec)
    {
        var value = default(T)!;
        var bytes = MemoryMarshal.CreateSpan(ref Unsafe.As<T, byte>(ref value), Unsafe.SizeOf<T>());
        var fields = new byte[bytes.Length];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = byte.MaxValue;
            fields[i] = codec.IsZero(in value) ? (byte)0 : byte.MaxValue;
            bytes[i] = 0;
        }

        return fields.AsSpan().Contains((byte)0) ? fields : [];
    }

    /// <summary>Whether no byte is set.</summary>
    internal static bool AreZero<T>(in T value) => !MemoryMarshal
        .CreateReadOnlySpan(in Unsafe.As<T, byte>(ref Unsafe.AsRef(in value)), Unsafe.SizeOf<T>())
        .ContainsAnyExcept((byte)0);
}
