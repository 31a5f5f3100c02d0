using System.Globalization;
using System.Text.Unicode;

namespace Hyperactor.References;

/// <summary>Where ids are printed to. What does not fit is noticed at the end.</summary>
internal interface ITextOutput
{
    /// <summary>Prints one ASCII char.</summary>
    void Mark(char ascii);

    /// <summary>Prints a text.</summary>
    void Text(scoped ReadOnlySpan<char> text);

    /// <summary>Prints a number in decimal digits.</summary>
    void Number(ulong value);
}

/// <summary>Prints chars.</summary>
internal ref struct CharOutput(Span<char> destination) : ITextOutput
{
    private readonly Span<char> _destination = destination;
    private int _written;
    private bool _isFull;

    public void Mark(char ascii) => Text(new ReadOnlySpan<char>(in ascii));

    public void Text(scoped ReadOnlySpan<char> text)
    {
        _isFull = _isFull || !text.TryCopyTo(_destination[_written..]);
        _written += _isFull ? 0 : text.Length;
    }

    public void Number(ulong value)
    {
        var length = 0;
        _isFull = _isFull || !value.TryFormat(_destination[_written..], out length, default, CultureInfo.InvariantCulture);
        _written += length;
    }

    /// <summary>Whether all fitted, and how many chars were written: none if not.</summary>
    internal readonly bool End(out int written)
    {
        written = _isFull ? 0 : _written;
        return !_isFull;
    }
}

/// <summary>Prints UTF-8.</summary>
internal ref struct Utf8Output(Span<byte> destination) : ITextOutput
{
    private readonly Span<byte> _destination = destination;
    private int _written;
    private bool _isFull;

    public void Mark(char ascii) => Text(new ReadOnlySpan<char>(in ascii));

    public void Text(scoped ReadOnlySpan<char> text)
    {
        var length = 0;
        _isFull = _isFull || Utf8.FromUtf16(text, _destination[_written..], out _, out length) != System.Buffers.OperationStatus.Done;
        _written += _isFull ? 0 : length;
    }

    public void Number(ulong value)
    {
        var length = 0;
        _isFull = _isFull || !value.TryFormat(_destination[_written..], out length, default, CultureInfo.InvariantCulture);
        _written += length;
    }

    /// <summary>Whether all fitted, and how many bytes were written: none if not.</summary>
    internal readonly bool End(out int written)
    {
        written = _isFull ? 0 : _written;
        return !_isFull;
    }
}
