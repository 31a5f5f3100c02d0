using Hyperactor.Data;

namespace Hyperactor.Tests.Attributes;

/// <summary>Attributes as the bytes of a message.</summary>
internal static class Wire
{
    internal static byte[] Write(Attrs? attrs)
    {
        TypeCatalog.Register(new AttrsCodec());
        return Payload.Write(attrs, null);
    }

    internal static Attrs Read(byte[] bytes)
    {
        TypeCatalog.Register(new AttrsCodec());
        return Payload.Read<Attrs>(bytes, []);
    }

    internal static Attrs RoundTrip(Attrs attrs) => Read(Write(attrs));

    /// <summary>The bytes of entries, as they should not always be.</summary>
    internal static byte[] Of(params IReadOnlyList<(string Name, byte[] Value)> entries)
    {
        byte[] block = [.. entries.SelectMany(e => (byte[])[
            (byte)e.Name.Length, .. System.Text.Encoding.Latin1.GetBytes(e.Name),
            .. BitConverter.GetBytes(e.Value.Length), .. e.Value])];
        return entries.Count == 0 ? [0] : [(byte)entries.Count, .. BitConverter.GetBytes(block.Length), .. block];
    }
}
