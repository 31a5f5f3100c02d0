using System.Buffers;

namespace Hyperactor.Data;

/// <summary>A body of several pieces as its reader goes through it, from front to back.</summary>
internal sealed class BodyParts
{
    private readonly ReadOnlySequence<byte> _all;
    private ReadOnlySequence<byte> _rest;
    private int _from;

    internal BodyParts(in Body body)
    {
        var first = new Part(body.Parts[0], null);
        var last = first;
        foreach (var part in body.Parts[1..])
        {
            last = new(part, last);
        }

        _all = new(first, 0, last, last.Memory.Length);
        _rest = _all;
    }

    /// <summary>All of it, where it lies: a reader keeps a reference.</summary>
    internal ref readonly ReadOnlySequence<byte> All => ref _all;

    /// <summary>
    /// Bytes from a place that is not before that of the last call. What was written in one piece lies in one part; anything
    /// else is copied together.
    /// </summary>
    internal ReadOnlyMemory<byte> Take(int at, int length)
    {
        _rest = _rest.Slice(at - _from);
        _from = at;
        var part = _rest.First;
        return length <= part.Length ? part[..length] : _rest.Slice(0, length).ToArray();
    }

    private sealed class Part : ReadOnlySequenceSegment<byte>
    {
        internal Part(ReadOnlyMemory<byte> bytes, Part? before)
        {
            Memory = bytes;
            if (before is not null)
            {
                before.Next = this;
                RunningIndex = before.RunningIndex + before.Memory.Length;
            }
        }
    }
}
