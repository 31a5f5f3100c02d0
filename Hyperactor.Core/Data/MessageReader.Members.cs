namespace Hyperactor.Data;

/// <content>Objects that tell the length of each member.</content>
public ref partial struct MessageReader
{
    /// <summary>Starts an object whose members have lengths; false if it is null.</summary>
    /// <param name="bounds">
    /// Room for two more numbers than members are known. Becomes the place where each of these begins, where the last of them
    /// ends, and where the object ends.
    /// </param>
    /// <exception cref="MessageFormatException">A length is negative, or there are not as many bytes.</exception>
    public bool TryReadMembers(scoped Span<int> bounds)
    {
        if (!_pack.TryReadObjectHeader(out var count))
        {
            return false;
        }

        if (count > MembersMax)
        {
            throw TooMany(count, bounds.Length - 2);
        }

        bounds.Clear();
        var total = 0L;
        for (var i = 0; i < count; i++)
        {
            var length = _pack.ReadVarIntInt32();
            total += length;
            if (length < 0 || total > Remaining)
            {
                throw new MessageFormatException(
                    $"A member of {_codec!.TypeUri} was said to have {length} bytes, and {Remaining} are left.");
            }

            if (i < bounds.Length - 2)
            {
                bounds[i + 1] = length;
            }
        }

        SetBounds(bounds, (int)total);
        return true;
    }

    /// <summary>Whether a member was sent. The members before it must have been read.</summary>
    /// <exception cref="MessageFormatException">The member before it was not as long as was said.</exception>
    public readonly bool HasMember(scoped ReadOnlySpan<int> bounds, int index)
    {
        CheckPlace(bounds[index]);
        return bounds[index + 1] > bounds[index];
    }

    /// <summary>Ends the object: members that are not known here are passed over.</summary>
    /// <exception cref="MessageFormatException">The last member was not as long as was said.</exception>
    public void EndMembers(scoped ReadOnlySpan<int> bounds)
    {
        CheckPlace(bounds[^2]);
        if (bounds[^1] > bounds[^2])
        {
            _pack.Advance(bounds[^1] - bounds[^2]);
            _hasSkipped = true;
        }
    }

    private readonly void SetBounds(scoped Span<int> bounds, int total)
    {
        if (total > Remaining)
        {
            throw new MessageFormatException($"The members have {total} bytes, and {Remaining} are left.");
        }

        bounds[0] = _pack.Consumed;
        for (var i = 1; i < bounds.Length - 1; i++)
        {
            bounds[i] += bounds[i - 1];
        }

        bounds[^1] = bounds[0] + total;
    }

    private readonly void CheckPlace(int expected)
    {
        if (_pack.Consumed != expected)
        {
            throw new MessageFormatException("A member is not as long as was said.");
        }
    }

    // Later in the table than the port before it; what lies between them belongs to members that are not known here.
    private PortEntry ReadPlace()
    {
        var index = ReadUnchecked<int>();
        if (index < _nextPort || index >= _ports.Count)
        {
            throw new MessageFormatException($"A port is said to be at {index} of a table of {_ports.Count}.");
        }

        _nextPort = index + 1;
        return _ports[index];
    }
}
