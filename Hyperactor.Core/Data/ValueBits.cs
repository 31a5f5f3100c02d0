using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Hyperactor.Data;

/// <summary>
/// Refuses bits that are no value. Values without references travel as their bytes in memory, and some types do not
/// take every pattern of bits: <see cref="bool"/>, <see cref="decimal"/>, <see cref="DateTime"/>,
/// <see cref="DateTimeOffset"/>, <see cref="DateOnly"/>, <see cref="TimeOnly"/>, <see cref="Rune"/>, what is optional, and all that holds
/// one of these. Their own members trust their bits, down to reading memory that is not theirs. Generated codecs call
/// this for the members of structs.
/// </summary>
public static class ValueBits
{
    private const int OffsetMinutesMax = 14 * 60;
    private const int KindShift = 62;

    // The date is one of two fields, whose order is the runtime's own affair.
    private static readonly int DateAt = FindDate();

    /// <summary>Checks a value that came as its bytes; costs nothing for types that take every pattern.</summary>
    /// <exception cref="MessageFormatException">Its bits are no value.</exception>
    /// <exception cref="UnknownMessageTypeException">It is a struct that no codec is registered for.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Check<T>(in T value)
    {
        if (TakesAll<T>())
        {
            return;
        }

        if (!IsKnown<T>())
        {
            CheckStructs(new ReadOnlySpan<T>(in value));
        }
        else if (!IsValue(in value))
        {
            Refuse<T>();
        }
    }

    /// <summary>Checks only whether an optional value tells that it is there in a way that is one.</summary>
    /// <inheritdoc cref="Check" path="/exception[@cref='T:Hyperactor.Data.MessageFormatException']"/>
    public static void CheckPresence<T>(in T? value)
        where T : struct
    {
        // Whether it is there stands first: the runtime itself relies upon that.
        if (Unsafe.As<T?, byte>(ref Unsafe.AsRef(in value)) > 1)
        {
            Refuse<T?>();
        }
    }

    /// <summary>Whether all fields of a value are zero bits, whatever lies between them. It may be any pattern of bits.</summary>
    public static bool IsZero<T>(in T value)
    {
        if (typeof(T) == typeof(DateTimeOffset))
        {
            ref var at = ref Unsafe.As<T, DateTimeOffset>(ref Unsafe.AsRef(in value));
            return DateOf(at) == 0 && at.TotalOffsetMinutes == 0;
        }

        // A struct that no codec is registered for has no gaps: the generator looks into those that may have some.
        return TakesAll<T>() || IsKnown<T>() || !MessageType<T>.IsKnown
            ? Gaps.AreZero(in value)
            : MessageType<T>.Codec.IsZero(in value);
    }

    /// <summary>Checks many values; of types that take every pattern not even one.</summary>
    /// <inheritdoc cref="Check" path="/exception"/>
    internal static void CheckAll<T>(ReadOnlySpan<T> values)
    {
        if (IsKnown<T>())
        {
            CheckKnown(values);
        }
        else if (!TakesAll<T>())
        {
            CheckStructs(values);
        }
    }

    /// <summary>Checks many values, if they are of one of the types that are listed above by name.</summary>
    /// <inheritdoc cref="CheckPresence" path="/exception"/>
    internal static void CheckKnown<T>(ReadOnlySpan<T> values)
    {
        if (!IsKnown<T>())
        {
            return;
        }

        if (typeof(T) == typeof(bool))
        {
            ref var first = ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(values));
            if (MemoryMarshal.CreateReadOnlySpan(in first, values.Length).ContainsAnyExceptInRange((byte)0, (byte)1))
            {
                Refuse<T>();
            }

            return;
        }

        foreach (ref readonly var value in values)
        {
            if (!IsValue(in value))
            {
                Refuse<T>();
            }
        }
    }

    /// <summary>Whether every pattern is a value, as far as that can be told without a codec: a constant in machine code.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TakesAll<T>() =>
        !typeof(T).IsValueType || typeof(T).IsEnum
        || typeof(T) == typeof(byte) || typeof(T) == typeof(sbyte) || typeof(T) == typeof(char)
        || typeof(T) == typeof(short) || typeof(T) == typeof(ushort)
        || typeof(T) == typeof(int) || typeof(T) == typeof(uint)
        || typeof(T) == typeof(long) || typeof(T) == typeof(ulong)
        || typeof(T) == typeof(Int128) || typeof(T) == typeof(UInt128)
        || typeof(T) == typeof(Half) || typeof(T) == typeof(float) || typeof(T) == typeof(double)
        || typeof(T) == typeof(Guid) || typeof(T) == typeof(TimeSpan);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsKnown<T>() =>
        typeof(T) == typeof(bool) || typeof(T) == typeof(decimal)
        || typeof(T) == typeof(DateTime) || typeof(T) == typeof(DateTimeOffset)
        || typeof(T) == typeof(DateOnly) || typeof(T) == typeof(TimeOnly) || typeof(T) == typeof(Rune);

    // What members return is read without believing that it is in range.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsValue<T>(in T value)
    {
        ref var at = ref Unsafe.AsRef(in value);
        if (typeof(T) == typeof(bool))
        {
            return Unsafe.As<T, byte>(ref at) <= 1;
        }

        if (typeof(T) == typeof(decimal))
        {
            return IsValue(Unsafe.As<T, decimal>(ref at));
        }

        if (typeof(T) == typeof(DateTime))
        {
            return IsTicks(Unsafe.As<T, DateTime>(ref at).Ticks);
        }

        if (typeof(T) == typeof(DateTimeOffset))
        {
            return IsValue(Unsafe.As<T, DateTimeOffset>(ref at));
        }

        if (typeof(T) == typeof(Rune))
        {
            return Rune.IsValid(Unsafe.As<T, int>(ref at));
        }

        return typeof(T) == typeof(DateOnly)
            ? (uint)Unsafe.As<T, DateOnly>(ref at).DayNumber <= (uint)DateOnly.MaxValue.DayNumber
            : (ulong)Unsafe.As<T, TimeOnly>(ref at).Ticks < TimeSpan.TicksPerDay;
    }

    private static bool IsValue(decimal value)
    {
        // Of the last word the sign and eight bits of scale are used.
        Span<int> words = stackalloc int[4];
        decimal.GetBits(value, words);
        return (words[3] & 0x7F00_FFFF) == 0 && (words[3] & 0x00FF_0000) <= 28 << 16;
    }

    private static bool IsValue(DateTimeOffset value)
    {
        var (ticks, minutes) = (value.UtcTicks, value.TotalOffsetMinutes);
        return minutes is >= -OffsetMinutesMax and <= OffsetMinutesMax
            && IsTicks(ticks)
            && IsTicks(ticks + (minutes * TimeSpan.TicksPerMinute))
            && DateOf(value) >> KindShift == 0;
    }

    private static bool IsTicks(long ticks) => (ulong)ticks <= (ulong)DateTime.MaxValue.Ticks;

    private static ulong DateOf(in DateTimeOffset value) => Unsafe.ReadUnaligned<ulong>(
        ref Unsafe.Add(ref Unsafe.As<DateTimeOffset, byte>(ref Unsafe.AsRef(in value)), DateAt));

    private static int FindDate()
    {
        var probe = new DateTimeOffset(0x0102_0304_0506_0708, TimeSpan.Zero);
        var bytes = MemoryMarshal.AsBytes(new ReadOnlySpan<DateTimeOffset>(in probe));
        Span<byte> date = stackalloc byte[sizeof(long)];
        MemoryMarshal.Write(date, probe.Ticks);
        return bytes.IndexOf(date);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void CheckStructs<T>(ReadOnlySpan<T> values) => MessageType<T>.Codec.CheckBits(values);

    [DoesNotReturn]
    private static void Refuse<T>() =>
        throw new MessageFormatException($"Bytes that are no {typeof(T).Name} stand where one must be.");
}
