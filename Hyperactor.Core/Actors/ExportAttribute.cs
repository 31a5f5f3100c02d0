namespace Hyperactor;

/// <summary>
/// Makes an actor reachable by <see cref="ActorRef{TActor}"/>: the messages of its handlers get codecs and ports, and
/// clients for handles, references and gangs are written.
/// </summary>
/// <param name="protocols">
/// What the actor exports beside its own handlers: interfaces marked <see cref="HandlerAttribute"/> that it implements, or
/// unions and messages marked so whose <c>I…Handler</c> it implements. Also types marked <see cref="AliasAttribute"/>: they
/// add no handler, but the compiler then checks that the actor has all that they promise.
/// </param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ExportAttribute(params Type[] protocols) : Attribute
{
    /// <summary>The protocols that the actor exports besides its own handlers, and the aliases that it means to fulfil.</summary>
    public IReadOnlyList<Type> Protocols { get; } = protocols;

    /// <summary>Whether the actor may be created by name in another proc, from the parameters of its constructor.</summary>
    public bool Spawn { get; set; }
}
