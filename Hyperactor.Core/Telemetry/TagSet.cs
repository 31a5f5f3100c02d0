using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Hyperactor.Telemetry;

/// <summary>The tags of one metric, each with a limited number of values.</summary>
internal sealed class TagSet
{
    private readonly string _metric;
    private readonly string[] _names;
    private readonly TagLimiter[] _limiters;

    internal TagSet(string metric, ReadOnlySpan<string> names, int valuesMax = Metrics.TagValuesMax)
    {
        _metric = metric;
        _names = [.. names];
        _limiters = [.. _names.Select(n => new TagLimiter(metric, n, valuesMax))];
    }

    /// <summary>Requires that a value is given for each tag.</summary>
    internal void Require(int count)
    {
        if (count != _names.Length)
        {
            throw new ArgumentException(
                $"{_metric} has the tags ({string.Join(", ", _names)}) and was given {count} values; give one for each.");
        }
    }

    /// <summary>Names and values as listeners take them, in the front of <paramref name="room"/>.</summary>
    internal ReadOnlySpan<KeyValuePair<string, object?>> Resolve(
        ReadOnlySpan<TagValue> values, Span<KeyValuePair<string, object?>> room)
    {
        for (var i = 0; i < values.Length; i++)
        {
            room[i] = new(_names[i], _limiters[i].Limit(values[i]));
        }

        return room[..values.Length];
    }

    /// <summary>The value of one tag as listeners take it.</summary>
    internal object Resolve(int tag, TagValue value) => _limiters[tag].Limit(value);

    /// <summary>The name of a tag.</summary>
    internal string NameOf(int tag) => _names[tag];
}

/// <summary>Room for the tags of one measurement, on the stack.</summary>
[InlineArray(MetricDeclaration.TagsMax)]
internal struct TagRoom
{
    private KeyValuePair<string, object?> _first;
}

/// <summary>
/// Lets a limited number of values of one tag through, first come first served; the others become <c>other</c>. It also
/// keeps the object of each value, so that numbers are boxed once.
/// </summary>
internal sealed class TagLimiter(string metric, string tag, int valuesMax)
{
    /// <summary>What stands for every value over the limit.</summary>
    internal const string Other = "other";

    private readonly ConcurrentDictionary<TagValue, object> _known = new();
    private readonly Lock _gate = new();
    private bool _isFull;
    private bool _isReported;

    /// <summary>The value as listeners take it.</summary>
    internal object Limit(TagValue value) => _known.TryGetValue(value, out var known) ? known : Admit(value);

    private object Admit(TagValue value)
    {
        if (!Volatile.Read(ref _isFull))
        {
            lock (_gate)
            {
                if (_known.TryGetValue(value, out var known))
                {
                    return known;
                }

                if (_known.Count < valuesMax)
                {
                    return _known[value] = value.ToObject();
                }

                Volatile.Write(ref _isFull, true);
            }
        }

        if (!Interlocked.Exchange(ref _isReported, true))
        {
            RuntimeMetrics.TagsLimited.Add(1, metric, tag);
        }

        return Other;
    }
}
