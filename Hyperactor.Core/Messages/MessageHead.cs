namespace Hyperactor.Messages;

/// <summary>
/// What comes with a message beside its content: headers, the trace that it belongs to, and its part of a cast. A message
/// that has none of this has no head. Never changed.
/// </summary>
internal record MessageHead
{
    /// <summary>What the sender gave it to carry. Shared: who lets others change it makes a clone.</summary>
    internal Attrs Headers { get; init; } = Attrs.Empty;

    /// <summary>The trace that it belongs to, if it belongs to one.</summary>
    internal TraceContext? Trace { get; init; }

    /// <summary>To which part of which gang it goes, if it is a cast.</summary>
    internal CastHead? Cast { get; init; }

    /// <summary>How many messages it stands for: a cast that is not cut up yet stands for one for each rank.</summary>
    internal long Weight => Cast is { } cast ? cast.High - cast.Low : 1;

    /// <summary>The head of a message that is sent now; null if there is nothing to tell.</summary>
    /// <param name="atHand">The trace of the message that the sender is handling, if it is handling one.</param>
    /// <param name="headers">The headers; they are copied.</param>
    internal static MessageHead? Outgoing(TraceContext? atHand, Attrs? headers = null)
    {
        var trace = TraceContext.Outgoing(atHand);
        return headers is { Count: > 0 } ? new() { Headers = headers.Clone(), Trace = trace } : trace?.Head;
    }

    /// <summary>The head of a message that is sent now and may leave the process.</summary>
    /// <inheritdoc cref="Outgoing"/>
    /// <exception cref="AttrException">The headers are larger than they may be.</exception>
    /// <exception cref="UnknownMessageTypeException">The value of a header has no codec.</exception>
    internal static MessageHead? Travelling(TraceContext? atHand, Attrs? headers = null)
    {
        // Encoded here, where the caller can be told what is wrong; the copy shares the bytes.
        _ = headers is { Count: > 0 } ? headers.Table.Block : null;
        return Outgoing(atHand, headers);
    }

    /// <summary>The head alone, without the message that it came with; null if there is nothing in it.</summary>
    internal MessageHead? Detach() => Headers.Count == 0 && Trace is null && Cast is null
        ? null
        : new() { Headers = Headers, Trace = Trace, Cast = Cast };
}
