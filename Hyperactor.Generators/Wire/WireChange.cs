namespace Hyperactor.Generators.Wire;

/// <summary>Something that a lock does not say as the code does.</summary>
/// <param name="Key">The entry that it is about.</param>
/// <param name="Fact">The fact: the name of a member, value or case, or the message of a handler; null for the entry.</param>
/// <param name="Breaks">Whether older peers break.</param>
/// <param name="Message">What has changed, for whom, and what to do about it.</param>
internal sealed record WireChange(string Key, string? Fact, bool Breaks, string Message);
