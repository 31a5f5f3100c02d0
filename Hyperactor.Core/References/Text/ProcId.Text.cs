using System.Diagnostics.CodeAnalysis;

namespace Hyperactor;

// Text, both ways. There is one form: formats and providers are ignored.
public readonly partial struct ProcId
    : ISpanParsable<ProcId>, IUtf8SpanParsable<ProcId>, ISpanFormattable, IUtf8SpanFormattable
{
    /// <inheritdoc cref="Parse(ReadOnlySpan{char}, IFormatProvider?)"/>
    public static ProcId Parse(string s, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan(), provider);
    }

    /// <summary>Reads <c>world[rank]</c> or <c>address,proc</c>.</summary>
    /// <exception cref="ReferenceFormatException">The text is something else; the message tells where and what.</exception>
    public static ProcId Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) =>
        ReferenceReader.Proc(ReferenceReader.Scan(s, ReferenceKind.Proc));

    /// <summary>Reads <c>world[rank]</c> or <c>address,proc</c>, in UTF-8.</summary>
    /// <exception cref="ReferenceFormatException">The text is something else; the message tells where and what.</exception>
    public static ProcId Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider = null) =>
        ReferenceReader.Parse<ProcId>(utf8Text, provider);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ProcId result) =>
        TryParse(s.AsSpan(), provider, out result);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out ProcId result)
    {
        var isRead = ReferenceText.TryScan(s, ReferenceKind.Proc, out var parts, out _);
        result = isRead ? ReferenceReader.Proc(parts) : default;
        return isRead;
    }

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out ProcId result) =>
        ReferenceReader.TryParse(utf8Text, provider, out result);

    /// <inheritdoc/>
    public override string ToString() => ReferenceWriter.ToText(this);

    /// <inheritdoc cref="ToString()"/>
    public string ToString(string? format, IFormatProvider? formatProvider) => ToString();

    /// <summary>Prints the id; false, and nothing said to be written, if it does not fit.</summary>
    public bool TryFormat(
        Span<char> destination,
        out int charsWritten,
        ReadOnlySpan<char> format = default,
        IFormatProvider? provider = null)
    {
        var output = new CharOutput(destination);
        ReferenceWriter.Write(ref output, this);
        return output.End(out charsWritten);
    }

    /// <summary>Prints the id in UTF-8; false, and nothing said to be written, if it does not fit.</summary>
    public bool TryFormat(
        Span<byte> utf8Destination,
        out int bytesWritten,
        ReadOnlySpan<char> format = default,
        IFormatProvider? provider = null)
    {
        var output = new Utf8Output(utf8Destination);
        ReferenceWriter.Write(ref output, this);
        return output.End(out bytesWritten);
    }
}
