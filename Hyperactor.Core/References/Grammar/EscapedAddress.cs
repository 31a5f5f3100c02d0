namespace Hyperactor.References;

/// <summary>
/// A channel address inside an id, where a comma ends it: <c>%</c> is written <c>%25</c> and <c>,</c> is written
/// <c>%2C</c>. Nothing else is escaped, so that each address has one form.
/// </summary>
internal static class EscapedAddress
{
    internal const string Percent = "%25";
    internal const string Comma = "%2C";

    /// <summary>Undoes the escapes.</summary>
    /// <param name="written">The address as it stands in the id.</param>
    /// <param name="plain">Room for at least as many chars.</param>
    /// <param name="length">How many chars the address has.</param>
    /// <param name="fault">What is wrong, if the result is false.</param>
    internal static bool TryDecode(ReadOnlySpan<char> written, Span<char> plain, out int length, out TextFault fault)
    {
        length = 0;
        for (var i = 0; i < written.Length; i++)
        {
            var c = written[i];
            if (c == '%')
            {
                var escape = written.Slice(i, Math.Min(Percent.Length, written.Length - i));
                if (escape is not (Percent or Comma))
                {
                    fault = new(i, "expected %25 for '%', or %2C for ','");
                    return false;
                }

                c = escape is Percent ? '%' : ',';
                i += Percent.Length - 1;
            }

            plain[length++] = c;
        }

        fault = default;
        return true;
    }

    /// <summary>Where in the written form the char with this index of the plain form stands.</summary>
    internal static int PositionOf(ReadOnlySpan<char> written, int plain)
    {
        var position = 0;
        for (var i = 0; i < plain; i++)
        {
            position += written[position] == '%' ? Percent.Length : 1;
        }

        return position;
    }
}
