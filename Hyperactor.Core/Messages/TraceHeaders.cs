namespace Hyperactor.Messages;

/// <summary>
/// The trace among the headers that travel: it is put in when an envelope is written and taken out when it is read, so
/// that programs see their own headers alone.
/// </summary>
internal static class TraceHeaders
{
    // What the two take at most, names and lengths included.
    private const int RoomBytes = 2 << 10;

    internal static readonly AttrKey<string> Parent = Declare(
        "traceparent", "The trace that a message belongs to (W3C Trace Context).");

    internal static readonly AttrKey<string> State = Declare(
        "tracestate", "What tracing systems add to the trace (W3C Trace Context).");

    /// <summary>The headers to write; null if there are none.</summary>
    internal static Attrs? Join(MessageHead head)
    {
        if (head.Trace is not { } trace || IsFull(head.Headers))
        {
            return head.Headers.Count == 0 ? null : head.Headers;
        }

        var headers = head.Headers.Clone().Set(Parent, trace.Parent);
        if (trace.State is { } state)
        {
            headers.Set(State, state);
        }

        return headers;
    }

    // Headers that leave no room for the trace go without it.
    private static bool IsFull(Attrs headers) =>
        headers.Count > Attrs.CountMax - 2
        || (headers.Count > 0 && headers.Table.Block.Bytes.Length > Attrs.SizeMax - RoomBytes);

    /// <summary>Takes the trace out of headers that were read. One that is malformed is as good as none.</summary>
    internal static TraceContext? Split(Attrs headers)
    {
        var (parent, state) = (Take(headers, Parent), Take(headers, State));
        return parent is null ? null : TraceContext.Parse(parent, state);
    }

    private static string? Take(Attrs headers, AttrKey<string> key)
    {
        string? text = null;
        try
        {
            headers.TryGet(key, out text);
        }
        catch (MessageFormatException)
        {
            // Not a text: the message is worth more than its trace.
        }

        headers.Remove(key);
        return text;
    }

    private static AttrKey<string> Declare(string name, string summary)
    {
        var key = new AttrKey<string>(name) { Summary = summary };
        AttrCatalog.Register(key, $"{nameof(TraceHeaders)}, for {name}");
        return key;
    }
}
