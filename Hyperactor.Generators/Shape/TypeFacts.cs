using Hyperactor.Generators.Model;

namespace Hyperactor.Generators.Shape;

/// <summary>How a type travels.</summary>
/// <param name="Uri">The name that all processes share.</param>
/// <param name="Form">How a member of the type is written.</param>
/// <param name="Registrations">What must be registered so that its codec is found.</param>
/// <param name="Problem">Why it cannot travel and what to do, or null.</param>
internal sealed record TypeFacts(
    string Uri, MemberForm Form, EquatableArray<Registration> Registrations, string? Problem)
{
    /// <summary>The compiler reports it already: no name was found.</summary>
    public static TypeFacts Unresolved { get; } = Cannot("");

    /// <summary>Whether it travels.</summary>
    public bool IsGood => Problem is null;

    /// <summary>A type that cannot travel.</summary>
    public static TypeFacts Cannot(string problem) => new("", MemberForm.Value, default, problem);
}
