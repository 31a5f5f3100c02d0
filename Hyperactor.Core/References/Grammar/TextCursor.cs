namespace Hyperactor.References;

/// <summary>Where the reading of an id stands; after the first fault it reads no further.</summary>
internal ref struct TextCursor(ReadOnlySpan<char> text, int position)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _position = position;

    /// <summary>The first thing that did not fit.</summary>
    internal TextFault? Fault { get; private set; }

    /// <summary>Whether all was read and all fitted.</summary>
    internal readonly bool AtEnd => Fault is null && _position == _text.Length;

    internal bool Take(char wanted)
    {
        if (Fault is not null || _position == _text.Length || _text[_position] != wanted)
        {
            return false;
        }

        _position++;
        return true;
    }

    internal void Expect(char wanted) => Expect(wanted, wanted switch
    {
        ',' => "expected ','",
        '.' => "expected '.'",
        _ => "expected ']'",
    });

    internal ReadOnlySpan<char> Name()
    {
        var length = Fault is null ? NameText.LengthAt(_text, _position) : 0;
        if (length == 0)
        {
            Fail(NameText.Problem);
        }

        var name = _text.Slice(_position, length);
        _position += length;
        return name;
    }

    internal ulong Index(string missing = "expected '['")
    {
        Expect('[', missing);
        if (Fault is not null)
        {
            return 0;
        }

        var digits = NumberText.DigitsAt(_text, _position);
        if (!NumberText.TryRead(_text.Slice(_position, digits), ulong.MaxValue, out var value))
        {
            Fail("expected a number from 0 to 18446744073709551615");
            return 0;
        }

        _position += digits;
        Expect(']');
        return value;
    }

    internal void End()
    {
        if (Fault is null && _position != _text.Length)
        {
            Fail("expected the end of the text");
        }
    }

    private void Expect(char wanted, string missing)
    {
        if (!Take(wanted))
        {
            Fail(missing);
        }
    }

    private void Fail(string problem) => Fault ??= new TextFault(_position, problem);
}
