namespace Hyperactor;

/// <summary>
/// Makes a partial interface or class the name of a set of messages, which says nothing about who handles them. The
/// generator writes clients on <see cref="ActorRef{TActor}"/> and <see cref="GangRef{TActor}"/> of it, so that a caller
/// needs no reference to an actor's assembly. <see cref="ActorHandle{TActor}.Bind{TProtocol}"/> binds every exported actor
/// that handles all of the messages; the actor need not know of the alias.
/// </summary>
/// <param name="messages">
/// Messages marked <c>[Named]</c>, protocols (interfaces marked <see cref="HandlerAttribute"/>), which stand for all of
/// their messages, and other aliases, which stand for all of theirs.
/// </param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface)]
public sealed class AliasAttribute(params Type[] messages) : Attribute
{
    /// <summary>What the alias stands for, as it was written.</summary>
    public IReadOnlyList<Type> Messages { get; } = messages;
}
