using System.Globalization;

namespace Hyperactor.Data;

/// <summary>
/// Bytes on one short line, for logs: their CRC-32, the first eight, and how many more there are. Two lines are the same
/// for the same bytes, and hardly ever for others.
/// </summary>
/// <param name="bytes">Any bytes. They are read when the line is made.</param>
public readonly struct HexPreview(ReadOnlyMemory<byte> bytes) : ISpanFormattable
{
    private const int ShownMax = 8;
    private const int LengthMax = 64;

    /// <inheritdoc/>
    public override string ToString()
    {
        Span<char> text = stackalloc char[LengthMax];
        TryFormat(text, out var written, default, null);
        return text[..written].ToString();
    }

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => ToString();

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        var text = new Cursor(destination);
        var span = bytes.Span;
        text.Append($"CRC:{System.IO.Hashing.Crc32.HashToUInt32(span):x}");
        foreach (var b in span[..Math.Min(span.Length, ShownMax)])
        {
            text.Append($" {b:x2}");
        }

        if (span.Length > ShownMax)
        {
            text.Append($" [...{span.Length - ShownMax} bytes]");
        }

        charsWritten = text.Fits ? text.Length : 0;
        return text.Fits;
    }

    private ref struct Cursor(Span<char> text)
    {
        private readonly Span<char> _text = text;

        internal int Length { get; private set; }

        internal bool Fits { get; private set; } = true;

        internal void Append(FormattableString part)
        {
            // Short pieces of a line for people: what they allocate is nothing beside what the logger does.
            var piece = part.ToString(CultureInfo.InvariantCulture);
            Fits = Fits && piece.TryCopyTo(_text[Length..]);
            Length += Fits ? piece.Length : 0;
        }
    }
}
