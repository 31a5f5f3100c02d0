namespace Hyperactor.Telemetry;

/// <summary>
/// The value of a tag: a text, a whole number, a number or a truth value, whichever it is made from. A null text is the
/// value <c>none</c>.
/// </summary>
public readonly struct TagValue : IEquatable<TagValue>
{
    private readonly Form _form;
    private readonly string? _text;
    private readonly long _bits;

    private TagValue(Form form, string? text, long bits)
    {
        _form = form;
        _text = text;
        _bits = bits;
    }

    private enum Form : byte
    {
        Absent,
        Text,
        Whole,
        Number,
        Truth,
    }

    /// <summary>Whether it was never given.</summary>
    internal bool IsAbsent => _form == Form.Absent;

    /// <summary>A text.</summary>
    public static implicit operator TagValue(string? value) => new(Form.Text, value ?? "none", 0);

    /// <summary>A whole number.</summary>
    public static implicit operator TagValue(long value) => new(Form.Whole, null, value);

    /// <summary>A whole number.</summary>
    public static implicit operator TagValue(int value) => new(Form.Whole, null, value);

    /// <summary>A number.</summary>
    public static implicit operator TagValue(double value) => new(Form.Number, null, BitConverter.DoubleToInt64Bits(value));

    /// <summary>A truth value.</summary>
    public static implicit operator TagValue(bool value) => new(Form.Truth, null, value ? 1 : 0);

    /// <summary>Whether both are the same value of the same form.</summary>
    public static bool operator ==(TagValue left, TagValue right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(TagValue left, TagValue right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(TagValue other) => _form == other._form && _bits == other._bits && _text == other._text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TagValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _text is null ? HashCode.Combine(_form, _bits) : _text.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => TagText.Of(ToObject());

    /// <summary>What listeners are given: string, long, double or bool.</summary>
    internal object ToObject() => _form switch
    {
        Form.Whole => _bits,
        Form.Number => BitConverter.Int64BitsToDouble(_bits),
        Form.Truth => _bits != 0,
        _ => TagText.Cut(_text ?? "none"),
    };
}
