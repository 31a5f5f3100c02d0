namespace Hyperactor;

/// <summary>
/// Marks a method of an actor as a handler, or an interface as a protocol all of whose methods are handlers.
/// </summary>
/// <remarks>
/// If the one parameter of a method, beside <see cref="Context"/> and <see cref="CancellationToken"/>, is a
/// <c>[Named]</c> message, it handles that message one-way. Otherwise its parameters make the message:
/// <c>void</c> is one-way, <c>ValueTask</c> an acknowledged call unless it is marked <see cref="OneWay"/>,
/// <c>ValueTask&lt;T&gt;</c> a call with a reply.
/// </remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Interface)]
public sealed class HandlerAttribute : Attribute
{
    /// <summary>The name of the handler in clients and on the wire; by default the method's, without <c>Async</c>.</summary>
    public string? Name { get; set; }

    /// <summary>
    /// Promises that the message may be cast to a gang: every port in it is marked <see cref="IncludeAttribute"/>.
    /// </summary>
    public bool Cast { get; set; }

    /// <summary>
    /// Makes a method that returns <c>ValueTask</c> one-way: it may await, and its sender waits for nothing. Without it,
    /// such a method is an acknowledged call. A method that returns <c>void</c> or handles a message is one-way anyway.
    /// </summary>
    public bool OneWay { get; set; }
}
