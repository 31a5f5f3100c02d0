using System.Globalization;

namespace Hyperactor.References;

/// <summary>The kinds of id that the grammar knows.</summary>
internal enum ReferenceKind
{
    World,
    Gang,
    Proc,
    Actor,
    Port,
}

/// <summary>
/// Reads ids. The grammar, whole:
/// <code>
/// world = name
/// gang  = name "." name
/// proc  = name "[" uint "]"
/// actor = proc "." name [ "[" uint "]" ]
/// port  = proc "." name "[" uint "]" "[" uint "]"
/// </code>
/// </summary>
internal readonly struct ReferenceText
{
    private readonly string _world;
    private readonly string _actor;
    private readonly ulong _rank;
    private readonly ulong _pid;
    private readonly ulong _index;

    private ReferenceText(ReferenceKind kind, string world, ulong rank, string actor, ulong pid, ulong index)
    {
        Kind = kind;
        (_world, _rank, _actor, _pid, _index) = (world, rank, actor, pid, index);
    }

    internal ReferenceKind Kind { get; }

    internal WorldId World => new(_world);

    internal ProcId Proc => new(World, _rank);

    internal GangId Gang => new(World, _actor);

    internal ActorId Actor => new(Proc, _actor, _pid);

    internal PortId Port => new(Actor, _index);

    internal static ReferenceText Parse(ReadOnlySpan<char> text, ReferenceKind wanted)
    {
        var cursor = new Cursor(text);
        var read = Read(ref cursor);
        if (cursor.Error is { } error)
        {
            throw new ReferenceFormatException(text.ToString(), cursor.Position, $"\"{text}\": {error}");
        }

        return read.Kind == wanted
            ? read
            : throw new ReferenceFormatException(
                text.ToString(), 0, $"\"{text}\" is a {Word(read.Kind)}, and a {Word(wanted)} was asked for.");
    }

    internal static bool TryParse(ReadOnlySpan<char> text, ReferenceKind wanted, out ReferenceText result)
    {
        var cursor = new Cursor(text);
        result = Read(ref cursor);
        return cursor.Error is null && result.Kind == wanted;
    }

    private static ReferenceText Read(ref Cursor cursor)
    {
        var world = cursor.Name();
        if (cursor.AtEnd)
        {
            return new(ReferenceKind.World, world, 0, "", 0, 0);
        }

        if (cursor.Take('.'))
        {
            var gang = cursor.Name();
            return cursor.End(new(ReferenceKind.Gang, world, 0, gang, 0, 0));
        }

        var rank = cursor.Index();
        if (cursor.AtEnd)
        {
            return new(ReferenceKind.Proc, world, rank, "", 0, 0);
        }

        cursor.Expect('.');
        var actor = cursor.Name();
        if (cursor.AtEnd)
        {
            return new(ReferenceKind.Actor, world, rank, actor, 0, 0);
        }

        var pid = cursor.Index();
        if (cursor.AtEnd)
        {
            return new(ReferenceKind.Actor, world, rank, actor, pid, 0);
        }

        var index = cursor.Index();
        return cursor.End(new(ReferenceKind.Port, world, rank, actor, pid, index));
    }

    private static string Word(ReferenceKind kind) => kind switch
    {
        ReferenceKind.World => "world id",
        ReferenceKind.Gang => "gang id",
        ReferenceKind.Proc => "proc id",
        ReferenceKind.Actor => "actor id",
        _ => "port id",
    };

    /// <summary>Where the reading stands; after the first error it reads no further.</summary>
    private ref struct Cursor(ReadOnlySpan<char> text)
    {
        private readonly ReadOnlySpan<char> _text = text;

        internal int Position { get; private set; }

        internal string? Error { get; private set; }

        internal readonly bool AtEnd => Error is null && Position == _text.Length;

        internal bool Take(char wanted)
        {
            if (Error is not null || Position == _text.Length || _text[Position] != wanted)
            {
                return false;
            }

            Position++;
            return true;
        }

        internal void Expect(char wanted)
        {
            if (!Take(wanted))
            {
                Fail($"'{wanted}'");
            }
        }

        internal string Name()
        {
            var length = Error is null ? Identifier.LengthAt(_text, Position) : 0;
            if (length == 0)
            {
                Fail("a name");
                return "";
            }

            var name = _text.Slice(Position, length).ToString();
            Position += length;
            return name;
        }

        internal ulong Index()
        {
            Expect('[');
            var digits = 0;
            while (Position + digits < _text.Length && char.IsAsciiDigit(_text[Position + digits]))
            {
                digits++;
            }

            if (!ulong.TryParse(
                    _text.Slice(Position, digits), NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            {
                Fail("a number from 0 to 18446744073709551615");
            }

            Position += Error is null ? digits : 0;
            Expect(']');
            return value;
        }

        internal ReferenceText End(ReferenceText read)
        {
            if (Position != _text.Length)
            {
                Fail("the end of the text");
            }

            return read;
        }

        private void Fail(string wanted) => Error ??= Position == _text.Length
            ? $"{wanted} is missing at the end."
            : $"expected {wanted} at column {Position + 1}.";
    }
}
