using System.Globalization;

namespace Hyperactor.Telemetry;

/// <summary>
/// The last events of one actor, oldest first. It starts with nothing, grows to its limit, and then allocates no more: an
/// event is any object whose text says what happened. For one thread at a time.
/// </summary>
internal struct EventRing(int limit)
{
    private const int Smallest = 4;

    private object[] _events = [];
    private int _next;
    private bool _hasWrapped;

    /// <summary>Adds an event; the oldest one makes room if there is none.</summary>
    internal void Push(object happened)
    {
        if (_next == _events.Length && !TryMakeRoom())
        {
            return;
        }

        _events[_next++] = happened;
    }

    /// <summary>The texts of the events, oldest first.</summary>
    internal readonly string[] ToTexts()
    {
        var first = _hasWrapped ? _next : 0;
        var texts = new string[_hasWrapped ? _events.Length : _next];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = TagText.Of(_events[(first + i) % _events.Length]);
        }

        return texts;
    }

    private bool TryMakeRoom()
    {
        if (limit <= 0)
        {
            return false;
        }

        if (_events.Length == limit)
        {
            _next = 0;
            _hasWrapped = true;
            return true;
        }

        Array.Resize(ref _events, Math.Min(limit, Math.Max(Smallest, _events.Length * 2)));
        return true;
    }
}

/// <summary>A note among the events of an actor, with its time.</summary>
internal sealed class RecordedNote(DateTimeOffset time, string text)
{
    private readonly string _text = TagText.Cut(text);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{time:HH:mm:ss.fff} {_text}");
}
