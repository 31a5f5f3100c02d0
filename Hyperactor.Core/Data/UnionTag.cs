using System.Buffers.Binary;
using MemoryPack;

namespace Hyperactor.Data;

/// <summary>The tag of a union in its bytes, as MemoryPack has it: one byte, or a mark and two.</summary>
internal static class UnionTag
{
    /// <summary>Tags from here on are wide.</summary>
    internal const int WideFrom = MemoryPackCode.WideTag;

    /// <summary>Reads the tag that bytes begin with, and nothing else; false if there is none.</summary>
    internal static bool TryPeek(ReadOnlySpan<byte> body, out int tag)
    {
        switch (body)
        {
            case [< MemoryPackCode.WideTag and var narrow, ..]:
                tag = narrow;
                return true;
            case [MemoryPackCode.WideTag, _, _, ..]:
                tag = BinaryPrimitives.ReadUInt16LittleEndian(body[1..]);
                return true;
            default:
                tag = -1;
                return false;
        }
    }
}
