namespace Hyperactor;

/// <summary>
/// States that an actor, or a protocol that actors implement, handles a type of message one-way. Written by the
/// generator; it makes sending anything else an error at compile time.
/// </summary>
/// <typeparam name="TMessage">The message.</typeparam>
public interface IHandles<TMessage>;

/// <summary>States that an actor, or a protocol that actors implement, answers a type of message.</summary>
/// <typeparam name="TMessage">The request.</typeparam>
/// <typeparam name="TReply">The reply; <see cref="Unit"/> for a call that is only acknowledged.</typeparam>
public interface IAnswers<TMessage, TReply>;
