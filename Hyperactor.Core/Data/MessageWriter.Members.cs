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
        Enter((_frame ?? new MemberFrame(_body, null)).Above());
    }

    /// <summary>Ends a member.</summary>
    /// <exception cref="MessageFormatException">It is more than a message can be.</exception>
    public void EndMember()
    {
        // By the body's count: the pack's own starts again after an object within.
        _pack.Flush();
        _frame!.End();
    }

    /// <summary>Writes the object that <see cref="BeginMembers"/> began.</summary>
    public void EndMembers()
    {
        var members = _frame!;
        Enter(members.Below!);
        _pack.WriteObjectHeader((byte)members.Lengths.Length);
        foreach (var length in members.Lengths)
        {
            _pack.WriteVarInt(length);
        }

        _pack.Flush();
        foreach (var part in members._body.Finish().Parts)
        {
            _body.Refer(part);
        }

        members._body.Dispose();
    }

    private void Enter(MemberFrame frame)
    {
        _frame = frame;
        _body = frame._body;
        _pack = new(ref frame._body, _state);
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

    /// <summary>The members of one object, until their lengths are known. The frame above is kept for the next object.</summary>
    private sealed class MemberFrame(BodyWriter body, MemberFrame? below)
    {
        internal BodyWriter _body = body;
        private readonly int[] _lengths = new int[MessageReader.MembersMax];
        private MemberFrame? _above;
        private int _count;
        private long _end;

        internal MemberFrame? Below { get; } = below;

        internal ReadOnlySpan<int> Lengths => _lengths.AsSpan(0, _count);

        internal MemberFrame Above()
        {
            _above ??= new(null!, this);
            (_above._body, _above._count, _above._end) = (new(), 0, 0);
            return _above;
        }

        internal void End()
        {
            if (_body.Length > Array.MaxLength)
            {
                throw new MessageFormatException(
                    $"A message of {_body.Length} bytes cannot be written; {Array.MaxLength} are the most.");
            }

            _lengths[_count++] = (int)(_body.Length - _end);
            _end = _body.Length;
        }
    }
}
