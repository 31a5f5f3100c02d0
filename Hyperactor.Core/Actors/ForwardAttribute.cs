namespace Hyperactor;

/// <summary>
/// Lets an actor handle protocols in its own process without exporting them: handles get the clients, references do not.
/// <see cref="ExportAttribute"/> with a protocol implies it.
/// </summary>
/// <param name="protocols">
/// Interfaces marked <see cref="HandlerAttribute"/> that the actor implements, or unions and messages marked so whose
/// <c>I…Handler</c> it implements.
/// </param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ForwardAttribute(params Type[] protocols) : Attribute
{
    /// <summary>The protocols that the actor handles.</summary>
    public IReadOnlyList<Type> Protocols { get; } = protocols;
}
