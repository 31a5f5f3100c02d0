namespace Hyperactor;

/// <summary>
/// Traces a method: each call starts an activity named <c>{Type}/{Method}</c> on the source
/// <see cref="HyperactorTelemetry.SourceName"/>, with the arguments as tags, and records the exception that leaves it. On
/// a class or an interface it means all methods that can be traced; on an actor or a protocol, all handlers.
/// </summary>
/// <remarks>
/// A handler is traced where the runtime calls it. Any other method is traced at each call, which the compiler redirects
/// (an interceptor): in this assembly, and in those that reference it and are compiled with Hyperactor too. A call that the
/// compiler cannot redirect, over a delegate for instance, is not traced and is reported (HYP5002). While nobody listens, a
/// call costs one branch more.
/// </remarks>
[AttributeUsage(
    AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface,
    Inherited = false)]
public sealed class InstrumentAttribute : Attribute
{
    /// <summary>
    /// The names of parameters that must not become tags, because they are secret or large. Write them with
    /// <c>nameof</c>. Contexts and cancellation tokens never become tags.
    /// </summary>
    public string[] Skip { get; set; } = [];

    /// <summary>
    /// Whether exceptions are left alone: the activity ends, and neither its status nor an event tells of them. For methods
    /// whose exceptions are not errors.
    /// </summary>
    public bool Infallible { get; set; }
}
