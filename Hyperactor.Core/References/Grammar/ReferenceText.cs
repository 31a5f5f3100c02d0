namespace Hyperactor.References;

/// <summary>
/// Reads ids. The grammar, whole:
/// <code>
/// reference = ranked | direct
/// ranked    = world | gang | proc | actor | port
/// world     = name
/// gang      = name "." name
/// proc      = name "[" uint "]"
/// actor     = proc "." name [ "[" uint "]" ]
/// port      = proc "." name "[" uint "]" "[" uint "]"
/// direct    = address "," name [ "," name [ "[" uint "]" [ "[" uint "]" ] ] ]
/// </code>
/// A text with a comma is direct, and its first comma ends the address, in which <c>%</c> is written <c>%25</c> and
/// <c>,</c> is written <c>%2C</c>. The address must be one that can be dialled. The analyzers compile this folder, so
/// that what they say of a literal is what happens when the program runs.
/// </summary>
internal readonly ref struct ReferenceText
{
    private const int AddressCharsOnStack = 256;

    /// <summary>What it names.</summary>
    internal ReferenceKind Kind { get; init; }

    /// <summary>Whether the proc is named by its address, and not by world and rank.</summary>
    internal bool IsDirect { get; init; }

    /// <summary>The world's name, or the address as it is written in the id.</summary>
    internal ReadOnlySpan<char> Place { get; init; }

    /// <summary>The name of a direct proc.</summary>
    internal ReadOnlySpan<char> Proc { get; init; }

    /// <summary>The rank of a ranked proc.</summary>
    internal ulong Rank { get; init; }

    /// <summary>The name of the actor or the gang.</summary>
    internal ReadOnlySpan<char> Name { get; init; }

    /// <summary>The actor's pid.</summary>
    internal ulong Pid { get; init; }

    /// <summary>The port's index.</summary>
    internal ulong Index { get; init; }

    /// <summary>Reads a whole text, or tells where it fails.</summary>
    /// <param name="text">The text.</param>
    /// <param name="wanted">The kind that it must be of; null for any.</param>
    /// <param name="parts">What it consists of.</param>
    /// <param name="fault">What is wrong, if the result is false.</param>
    internal static bool TryScan(
        ReadOnlySpan<char> text, ReferenceKind? wanted, out ReferenceText parts, out TextFault fault)
    {
        var comma = text.IndexOf(',');
        if (comma >= 0)
        {
            parts = default;
            if (!IsDialable(text.Slice(0, comma), out fault))
            {
                return false;
            }
        }

        var cursor = new TextCursor(text, comma + 1);
        parts = comma < 0 ? ReadRanked(ref cursor) : ReadDirect(text.Slice(0, comma), ref cursor);
        if (cursor.Fault is { } wrong)
        {
            fault = wrong;
            return false;
        }

        if (wanted is { } kind && kind != parts.Kind)
        {
            fault = TextFault.OtherKind(parts.Kind);
            return false;
        }

        fault = default;
        return true;
    }

    private static ReferenceText ReadRanked(scoped ref TextCursor cursor)
    {
        var world = cursor.Name();
        if (cursor.AtEnd)
        {
            return new() { Kind = ReferenceKind.World, Place = world };
        }

        if (cursor.Take('.'))
        {
            var gang = cursor.Name();
            cursor.End();
            return new() { Kind = ReferenceKind.Gang, Place = world, Name = gang };
        }

        var rank = cursor.Index("expected '.' or '['");
        if (cursor.AtEnd)
        {
            return new() { Kind = ReferenceKind.Proc, Place = world, Rank = rank };
        }

        cursor.Expect('.');
        return ReadActor(ref cursor) with { Place = world, Rank = rank };
    }

    private static ReferenceText ReadDirect(ReadOnlySpan<char> address, scoped ref TextCursor cursor)
    {
        var proc = cursor.Name();
        if (cursor.AtEnd)
        {
            return new() { Kind = ReferenceKind.Proc, IsDirect = true, Place = address, Proc = proc };
        }

        cursor.Expect(',');
        return ReadActor(ref cursor) with { IsDirect = true, Place = address, Proc = proc };
    }

    // What stands behind a proc: the actor and, if there is one, the port.
    private static ReferenceText ReadActor(scoped ref TextCursor cursor)
    {
        var name = cursor.Name();
        var pid = cursor.AtEnd ? 0 : cursor.Index();
        if (cursor.AtEnd)
        {
            return new() { Kind = ReferenceKind.Actor, Name = name, Pid = pid };
        }

        var index = cursor.Index();
        cursor.End();
        return new() { Kind = ReferenceKind.Port, Name = name, Pid = pid, Index = index };
    }

    private static bool IsDialable(ReadOnlySpan<char> written, out TextFault fault)
    {
        scoped Span<char> plain = written.Length <= AddressCharsOnStack
            ? stackalloc char[AddressCharsOnStack]
            : new char[written.Length];
        if (!EscapedAddress.TryDecode(written, plain, out var length, out fault))
        {
            return false;
        }

        Span<byte> ip = stackalloc byte[IpText.Bytes6];
        if (!AddressText.TryScan(plain.Slice(0, length), ip, out var address, out fault))
        {
            fault = fault.At(EscapedAddress.PositionOf(written, fault.Position));
            return false;
        }

        if (address.AnyAt >= 0)
        {
            fault = new(
                EscapedAddress.PositionOf(written, address.AnyAt),
                "expected an address that can be dialled: a port other than 0, or a name");
            return false;
        }

        return true;
    }
}
