using System.Buffers;
using System.Runtime.InteropServices;

namespace Hyperactor.Data;

/// <content>
/// Objects that tell the length of each member, so that a reader passes over members that it does not know. This is
/// MemoryPack's layout for <c>GenerateType.VersionTolerant</c>: the number of members, their lengths, the members.
/// </content>
public ref partial struct MessageWriter
{
    /// <summary>
    /// Starts an object whose members have lengths. Each member is followed by <see cref="EndMember"/>, the last also by
    /// <see cref="EndMembers"/>.
    /// </summary>
    public void BeginMembers()
    {
        _isTolerant = true;
        _pack.Flush();
        _frame = (_frame ?? new MemberFrame(_buffer, null)).Enter();
        _pack = new(ref _frame.Bytes, _state);
    }

    /// <summary>Ends a member.</summary>
    public void EndMember()
    {
        // By the buffer's count: the pack's own starts again after an object within.
        _pack.Flush();
        _frame!.End();
    }

    /// <summary>Writes the object that <see cref="BeginMembers"/> began.</summary>
    public void EndMembers()
    {
        var members = _frame!;
        _frame = members.Below!;
        _pack = new(ref _frame.Bytes, _state);
        _pack.WriteObjectHeader((byte)members.Lengths.Length);
        foreach (var length in members.Lengths)
        {
            _pack.WriteVarInt(length);
        }

        var bytes = members.Bytes.WrittenSpan;
        if (bytes.Length > 0)
        {
            bytes.CopyTo(MemoryMarshal.CreateSpan(
                ref _pack.GetSpanReference(bytes.Length), bytes.Length));
            _pack.Advance(bytes.Length);
        }
    }

    // Where members may be passed over, the order alone does not tell which port is meant.
    private void WritePlace(int index)
    {
        if (!_isTolerant)
        {
            _pack.WriteObjectHeader(MessageReader.PortInTable);
            return;
        }

        _pack.WriteObjectHeader(MessageReader.PortByIndex);
        _pack.WriteUnmanaged(index);
    }

    /// <summary>The members of one object, until their lengths are known. Frames above are kept for the next object.</summary>
    private sealed class MemberFrame(ArrayBufferWriter<byte> bytes, MemberFrame? below)
    {
        internal ArrayBufferWriter<byte> Bytes = bytes;
        private readonly int[] _lengths = new int[MessageReader.MembersMax];
        private MemberFrame? _above;
        private int _count;
        private int _end;

        internal MemberFrame? Below { get; } = below;

        internal ReadOnlySpan<int> Lengths => _lengths.AsSpan(0, _count);

        internal MemberFrame Enter()
        {
            _above ??= new(new(64), this);
            _above.Bytes.ResetWrittenCount();
            (_above._count, _above._end) = (0, 0);
            return _above;
        }

        internal void End()
        {
            _lengths[_count++] = Bytes.WrittenCount - _end;
            _end = Bytes.WrittenCount;
        }
    }
}
