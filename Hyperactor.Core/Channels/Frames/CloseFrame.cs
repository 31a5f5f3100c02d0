using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Hyperactor.Channels;

/// <summary>The body of the last frame of a side (docs/wire-format.md, "Close").</summary>
/// <param name="Code">Why, for code.</param>
/// <param name="Text">Why, for people; what is over the limit is cut when it is written.</param>
internal sealed record CloseFrame(CloseCode Code, string Text)
{
    /// <summary>The most that the text may take, in bytes of UTF-8.</summary>
    internal const int TextBytesMax = 1024;

    internal const int BodyBytesMax = CodeBytes + TextBytesMax;

    private const int CodeBytes = 2;

    // code:u16 text:utf8
    internal void Write(IBufferWriter<byte> body)
    {
        var span = body.GetSpan(BodyBytesMax)[..BodyBytesMax];
        BinaryPrimitives.WriteUInt16LittleEndian(span, (ushort)Code);
        // Stops before the first character that does not fit whole.
        Encoding.UTF8.GetEncoder().Convert(Text, span[CodeBytes..], flush: true, out _, out var textBytes, out _);
        body.Advance(CodeBytes + textBytes);
    }

    /// <summary>Reads a body; returns what is wrong with it, or null.</summary>
    internal static string? Read(ReadOnlySpan<byte> body, out CloseFrame? close)
    {
        close = null;
        if (body.Length < CodeBytes)
        {
            return "a Close frame has no code";
        }

        close = new((CloseCode)BinaryPrimitives.ReadUInt16LittleEndian(body), Printable(body[CodeBytes..]));
        return null;
    }

    // The text ends up in logs and on terminals, and the peer chose it.
    private static string Printable(ReadOnlySpan<byte> utf8)
    {
        var text = Encoding.UTF8.GetString(utf8);
        return string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = char.IsControl(source[i]) ? '?' : source[i];
            }
        });
    }
}
