using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Shape;

/// <summary>Reads handlers and keys that stand where nothing is generated for them.</summary>
internal static class StrayReader
{
    /// <summary>
    /// Notes each <c>[Handler]</c> method of a type that is neither an actor nor a protocol, and each key of a type that
    /// declares none.
    /// </summary>
    public static void Read(INamedTypeSymbol type, List<Violation> violations, CancellationToken cancellation)
    {
        if (!type.Has("DeclareAttrs"))
        {
            var keys = new AttrKeyReader(type, "", violations);
            foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
            {
                if (property.Has("Attr") || property.Has("Setting"))
                {
                    keys.Read(property, cancellation);
                }
            }
        }

        if (type.TypeKind is TypeKind.Class or TypeKind.Struct && type.Has("Handler") && type.Protocol() is null && !type.IsCase())
        {
            violations.Report(
                Rules.HYP1005MisplacedAttribute, type,
                $"'{type.Name}' cannot be a protocol: {(type.IsActor() ? "mark the methods of the actor instead" : "mark it [Named] as well")}");
        }

        if (type.IsActor() || type.Has("Export") || type.Has("Forward") || (type.TypeKind == TypeKind.Interface && type.Has("Handler")))
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
