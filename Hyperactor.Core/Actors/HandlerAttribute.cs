namespace Hyperactor;

/// <summary>
/// Marks a method of an actor as a handler, an interface as a protocol all of whose methods are handlers, a union of
/// messages as a protocol with a handler for each case, or a message as a protocol of one handler.
/// </summary>
/// <remarks>
/// If the one parameter of a method, beside <see cref="Context"/> and <see cref="CancellationToken"/>, is a
/// <c>[Named]</c> message, it handles that message: one-way, or as a call if it returns what the message's
/// <see cref="ReplyAttribute"/> member takes. Otherwise its parameters make the message: <c>void</c> is one-way,
/// <c>ValueTask</c> an acknowledged call unless it is marked <see cref="OneWay"/>, <c>ValueTask&lt;T&gt;</c> a call with a
/// reply. A union or a message <c>X</c> gets an interface <c>IXHandler</c>, which actors implement.
/// </remarks>
[AttributeUsage(
    AttributeTargets.Method | AttributeTargets.Interface | AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class HandlerAttribute : Attribute
{
    /// <summary>The name of the handler in clients and on the wire; by default the method's, without <c>Async</c>, or the case's.</summary>
    public string? Name { get; set; }

    /// <summary>
    /// Promises that the message may be cast to a gang: every port in it is marked <see cref="IncludeAttribute"/>. On a
    /// union it is promised for all cases.
    /// </summary>
    public bool Cast { get; set; }

    /// <summary>
    /// Makes a method that returns <c>ValueTask</c> one-way: it may await, and its sender waits for nothing. Without it,
    /// such a method is an acknowledged call. A method that returns <c>void</c> or handles a message is one-way anyway.
    /// </summary>
    public bool OneWay { get; set; }
}
