using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;

namespace Hyperactor.Data;

/// <summary>Texts in MemoryPack's two forms.</summary>
internal static class TextBytes
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a text in UTF-16. Halves of pairs may stand alone in it, as in any text.</summary>
    internal static string ReadUtf16(ReadOnlySpan<byte> bytes) => new(MemoryMarshal.Cast<byte, char>(bytes));

    /// <summary>Reads a text in UTF-8.</summary>
    /// <param name="length">How long it is in UTF-16; not positive if its writer did not say.</param>
    /// <param name="bytes">The text.</param>
    /// <exception cref="MessageFormatException">It is no Unicode, or of another length.</exception>
    internal static string ReadUtf8(int length, ReadOnlySpan<byte> bytes)
    {
        if (length > bytes.Length)
        {
            throw new MessageFormatException($"A text of {length} chars was announced, and {bytes.Length} bytes came.");
        }

        return length > 0 ? string.Create(length, bytes, Fill) : Measure(bytes);
    }

    private static void Fill(Span<char> text, ReadOnlySpan<byte> bytes)
    {
        var status = Utf8.ToUtf16(bytes, text, out _, out var written, replaceInvalidSequences: false);
        if (status != OperationStatus.Done || written != text.Length)
        {
            throw new MessageFormatException(
                status == OperationStatus.InvalidData
                    ? "A text is no Unicode."
                    : $"A text of {text.Length} chars was announced, and another came.");
        }
    }

    private static string Measure(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            throw new MessageFormatException("A text is no Unicode.", e);
        }
    }
}
