using System.Globalization;

namespace Hyperactor.Telemetry;

/// <summary>
/// The last events of one actor, oldest first; the same event several times in a row takes one place. It starts with
/// nothing, grows to its limit, and then allocates no more: an event is any object whose text says what happened. For one
/// thread at a time.
/// </summary>
internal struct EventRing(int limit)
{
    private const int Smallest = 4;

    private Entry[] _entries = [];
    private object? _last;
    private int _at = -1;
    private bool _hasWrapped;

    /// <summary>Adds an event; the oldest one makes room if there is none.</summary>
    internal void Push(object happened)
    {
        if (ReferenceEquals(happened, _last))
        {
            _entries[_at].Times++;
            return;
        }

        Add(happened);
    }

    /// <summary>The texts of the events, oldest first.</summary>
    internal readonly string[] ToTexts()
    {
        var first = _hasWrapped ? _at + 1 : 0;
        var texts = new string[_hasWrapped ? _entries.Length : _at + 1];
        for (var i = 0; i < texts.Length; i++)
        {
            var entry = _entries[(first + i) % _entries.Length];
            var text = TagText.Of(entry.Event);
            texts[i] = entry.Times == 1 ? text : string.Create(CultureInfo.InvariantCulture, $"{text} ×{entry.Times}");
        }

        return texts;
    }

    private void Add(object happened)
    {
        if (limit == 0)
        {
            return;
        }

        if (++_at == _entries.Length)
        {
            if (_entries.Length < limit)
            {
                Array.Resize(ref _entries, Math.Min(limit, Math.Max(Smallest, _entries.Length * 2)));
            }
            else
            {
                _at = 0;
                _hasWrapped = true;
            }
        }

        _entries[_at] = new() { Event = happened, Times = 1 };
        _last = happened;
    }

    private struct Entry
    {
        internal object Event { get; init; }

        internal long Times { get; set; }
    }
}

/// <summary>A note among the events of an actor, with its time.</summary>
internal sealed class RecordedNote(DateTimeOffset time, string text)
{
    private readonly string _text = TagText.Cut(text);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{time:HH:mm:ss.fff} {_text}");
}
