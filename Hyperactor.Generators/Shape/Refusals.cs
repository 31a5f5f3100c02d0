using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Shape;

/// <summary>Says of types that belong to their process why they cannot travel, and what does instead.</summary>
internal static class Refusals
{
    /// <summary>Why such a type cannot travel; null if it is none.</summary>
    public static string? Of(INamedTypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Delegate } => "it is code, which stays in its process; send what it works on",
        { Name: "Lazy" } when type.Is("System", type.Name) => "nobody knows its value yet; send the value",
        { Name: "Task" or "ValueTask" } when type.Is("System.Threading.Tasks", type.Name) =>
            "it is still to come; send the value when it is there, or a OncePortRef<T> for it",
        { Name: "IAsyncEnumerable" } when type.Is("System.Collections.Generic", type.Name) =>
            "it is still to come; send each item as a message of its own",
        { Name: "CancellationToken" or "CancellationTokenSource" } when type.Is("System.Threading", type.Name) =>
            "it means nothing in another process; a handler takes one of its own",
        { Name: "Type" } when type.Is("System", type.Name) => "not all processes know the same types; send a name",
        { Name: "Vector", Arity: 1 } when type.Is("System.Numerics", type.Name) =>
            "its size depends on the machine; use an array",
        _ when Derives(type, "System.IO", "Stream") => "it is tied to its process; send the bytes",
        _ when Derives(type, "System", "Exception") => "what it refers to stays in its process; send its text",
        _ => null,
    };

    private static bool Derives(INamedTypeSymbol type, string @namespace, string name)
    {
        for (var part = type; part is not null; part = part.BaseType)
        {
            if (part.Is(@namespace, name))
            {
                return !type.Has("Named");
            }
        }

        return false;
    }
}
