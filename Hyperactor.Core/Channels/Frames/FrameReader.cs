namespace Hyperactor.Channels;

/// <summary>
/// Cuts bytes, split anywhere, into frames (docs/wire-format.md). It takes every byte it is given at once, so that a
/// frame may be larger than the pipe it comes through, and trusts a length no further than the bytes that came.
/// </summary>
internal sealed class FrameReader(int maxPayloadBytes)
{
    /// <summary>The most that a length alone makes us allocate; beyond, a body grows as it arrives.</summary>
    internal const int TrustedBytes = 2 << 20;

    // How far what came is believed to go on: to what is copied while a body grows, it adds a seventh.
    private const int TrustFactor = 8;

    private readonly byte[] _prefix = new byte[FramePrefix.Bytes];
    private int _prefixRead;
    private byte[]? _body;
    private int _bodyRead;
    private int _bodyBytes;
    private FrameKind _kind;

    /// <summary>Whether the bytes so far are whole frames: where a stream may end.</summary>
    internal bool AtBoundary => _prefixRead == 0;

    /// <summary>What is wrong, once <see cref="FrameReadStatus.Bad"/>.</summary>
    internal string? Problem { get; private set; }

    /// <summary>The prefix of the frame at hand, as far as it came.</summary>
    internal ReadOnlySpan<byte> Prefix => _prefix.AsSpan(0, _prefixRead);

    /// <summary>Where in the frame at hand the bytes so far end.</summary>
    internal string Position => _prefixRead < FramePrefix.Bytes
        ? $"{_prefixRead} of the {FramePrefix.Bytes} bytes of a prefix"
        : $"{_bodyRead} of the {_bodyBytes} bytes of a {_kind} frame";

    /// <summary>
    /// Where the next bytes of a body belong, if so many are missing that it pays to receive them there; empty otherwise.
    /// What is put there is told to <see cref="Received"/>.
    /// </summary>
    internal Memory<byte> Missing =>
        _body is null || _bodyBytes - _bodyRead < PipeLimits.SegmentBytes ? default : _body.AsMemory(_bodyRead);

    /// <summary>So many bytes were put into <see cref="Missing"/>; whether the frame is whole with them.</summary>
    internal bool Received(int count, out Frame frame)
    {
        _bodyRead += count;
        if (_bodyRead < _bodyBytes)
        {
            GrowIfFull();
            frame = default;
            return false;
        }

        frame = Finish();
        return true;
    }

    /// <summary>Takes bytes off the front of the input, up to the end of one frame.</summary>
    internal FrameReadStatus Read(ref ReadOnlySpan<byte> input, out Frame frame)
    {
        frame = default;
        if (Problem is not null || !TakePrefix(ref input))
        {
            return Problem is null ? FrameReadStatus.NeedMore : FrameReadStatus.Bad;
        }

        if (!TakeBody(ref input))
        {
            return FrameReadStatus.NeedMore;
        }

        frame = Finish();
        return FrameReadStatus.Frame;
    }

    private Frame Finish()
    {
        var frame = new Frame(_kind, _body);
        _body = null;
        _prefixRead = 0;
        return frame;
    }

    private bool TakePrefix(ref ReadOnlySpan<byte> input)
    {
        if (_prefixRead == FramePrefix.Bytes)
        {
            return true;
        }

        var count = Math.Min(FramePrefix.Bytes - _prefixRead, input.Length);
        input[..count].CopyTo(_prefix.AsSpan(_prefixRead));
        input = input[count..];
        _prefixRead += count;
        if (_prefixRead < FramePrefix.Bytes)
        {
            return false;
        }

        Problem = FramePrefix.Read(_prefix, maxPayloadBytes, out _kind, out _bodyBytes);
        _bodyRead = 0;
        return Problem is null;
    }

    private bool TakeBody(ref ReadOnlySpan<byte> input)
    {
        _body ??= Allocate(Math.Min(_bodyBytes, TrustedBytes));
        while (true)
        {
            var count = Math.Min(_body.Length - _bodyRead, input.Length);
            input[..count].CopyTo(_body.AsSpan(_bodyRead));
            input = input[count..];
            _bodyRead += count;
            if (_bodyRead == _bodyBytes)
            {
                return true;
            }

            if (!GrowIfFull())
            {
                return false;
            }
        }
    }

    private bool GrowIfFull()
    {
        if (_bodyRead < _body!.Length)
        {
            return false;
        }

        var larger = Allocate((int)Math.Min(_bodyBytes, (long)_body.Length * TrustFactor));
        _body.CopyTo(larger.AsSpan());
        _body = larger;
        return true;
    }

    private static byte[] Allocate(int count) => count == 0 ? [] : GC.AllocateUninitializedArray<byte>(count);
}
