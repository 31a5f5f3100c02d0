using System.Buffers;

namespace Hyperactor.Data;

/// <summary>Where bytes are written one behind the other; what is large can be put there without a copy.</summary>
internal interface IBodyWriter : IBufferWriter<byte>
{
    /// <summary>
    /// Puts bytes behind those that were written, by reference if they are <see cref="Blob.BytesMin"/> or more: nobody
    /// writes to them any more. How many they are is taken now.
    /// </summary>
    void Refer(ReadOnlyMemory<byte> bytes);
}

/// <summary>Writes bodies.</summary>
internal static class BodyWriting
{
    /// <summary>Puts a body behind what was written.</summary>
    internal static void Refer(this IBodyWriter writer, Body body)
    {
        foreach (var part in body.Parts)
        {
            writer.Refer(part);
        }
    }
}
