using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Shape;

/// <summary>Reads handlers that stand where nothing is generated for them.</summary>
internal static class StrayReader
{
    /// <summary>Notes each <c>[Handler]</c> method of a type that is neither an actor nor a protocol.</summary>
    public static void Read(INamedTypeSymbol type, List<Violation> violations)
    {
        if (type.IsActor() || type.Has("Export") || (type.TypeKind == TypeKind.Interface && type.Has("Handler")))
        {
            return;
        }

        var remedy = type.TypeKind == TypeKind.Interface
            ? "mark the interface [Handler] as well"
            : $"'{type.Name}' does not derive from Actor";
        foreach (var method in ActorReader.Handlers(type))
        {
            violations.Report(
                Rules.HYP1005MisplacedAttribute, method, $"'{method.Name}' cannot be a handler: {remedy}");
        }
    }
}
