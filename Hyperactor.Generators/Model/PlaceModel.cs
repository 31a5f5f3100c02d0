namespace Hyperactor.Generators.Model;

/// <summary>Where a type stands, and how to declare another part of it.</summary>
/// <param name="Namespace">Its namespace; empty for the global one.</param>
/// <param name="Containers">The declarations around it, outermost first, such as <c>partial class Outer</c>.</param>
/// <param name="Declaration">Its own declaration, such as <c>partial class Counter</c>.</param>
/// <param name="Name">Its simple name as source spells it.</param>
/// <param name="Type">The type, fully qualified.</param>
/// <param name="FullName">Namespace, containers, name and type parameters with dots, for people and for file names.</param>
internal sealed record PlaceModel(
    string Namespace,
    EquatableArray<string> Containers,
    string Declaration,
    string Name,
    string Type,
    string FullName)
{
    /// <summary>The type parameters of the containers and its own, as source spells them.</summary>
    public EquatableArray<string> TypeParameters { get; init; }

    /// <summary>What is demanded of them, such as <c>where T : notnull</c>.</summary>
    public EquatableArray<string> Constraints { get; init; }
}
