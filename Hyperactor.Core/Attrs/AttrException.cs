namespace Hyperactor;

/// <summary>
/// What a caller got wrong about attributes: a name that is none, two keys with one name, a value that is not there, too
/// many or too large values. The message names the key and what to do.
/// </summary>
/// <param name="message">What is wrong and what to do instead.</param>
public sealed class AttrException(string message) : InvalidOperationException(message);
