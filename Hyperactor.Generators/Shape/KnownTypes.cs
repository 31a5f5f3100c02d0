using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Shape;

/// <summary>The types of the framework that are looked for, by name: symbols are never compared across steps.</summary>
internal static class KnownTypes
{
    public const string Named = "Hyperactor.NamedAttribute";
    public const string Export = "Hyperactor.ExportAttribute";
    public const string Forward = "Hyperactor.ForwardAttribute";
    public const string Handler = "Hyperactor.HandlerAttribute";
    public const string Alias = "Hyperactor.AliasAttribute";
    public const string DeclareAttrs = "Hyperactor.DeclareAttrsAttribute";
    public const string Instrument = "Hyperactor.InstrumentAttribute";

    /// <summary>Whether a type of namespace <c>Hyperactor</c> has this name.</summary>
    public static bool IsHyperactor(this ITypeSymbol? type, string name) =>
        type is INamedTypeSymbol && type.Name == name && type.ContainingType is null
        && type.ContainingNamespace is { Name: "Hyperactor", ContainingNamespace.IsGlobalNamespace: true };

    /// <summary>Whether a type has this name in this namespace.</summary>
    public static bool Is(this ITypeSymbol? type, string @namespace, string name) =>
        type is INamedTypeSymbol && type.Name == name && type.ContainingType is null
        && type.ContainingNamespace?.ToDisplayString() == @namespace;

    /// <summary>The attribute of ours with this name (without its suffix), or null.</summary>
    public static AttributeData? Ours(this ISymbol symbol, string name)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { } type
                && type.Name.Length == name.Length + "Attribute".Length
                && type.Name.StartsWith(name, StringComparison.Ordinal)
                && type.IsHyperactor(type.Name))
            {
                return attribute;
            }
        }

        return null;
    }

    /// <summary>Whether it carries the attribute of ours with this name.</summary>
    public static bool Has(this ISymbol symbol, string name) => symbol.Ours(name) is not null;

    /// <summary>The value of a named argument of an attribute, or the default.</summary>
    public static T? Argument<T>(this AttributeData? attribute, string name)
    {
        if (attribute is not null)
        {
            foreach (var argument in attribute.NamedArguments)
            {
                if (argument.Key == name && argument.Value.Value is T value)
                {
                    return value;
                }
            }
        }

        return default;
    }

    /// <summary>Whether the type derives from <c>Hyperactor.Actor</c>.</summary>
    public static bool IsActor(this ITypeSymbol type)
    {
        for (var @base = type.BaseType; @base is not null; @base = @base.BaseType)
        {
            if (@base.IsHyperactor("Actor"))
            {
                return type.TypeKind == TypeKind.Class;
            }
        }

        return false;
    }

    /// <summary>What the type reduces: the T of the IReducer&lt;T&gt; that it implements, or null.</summary>
    public static ITypeSymbol? Reduces(this ITypeSymbol type) =>
        type.AllInterfaces.FirstOrDefault(i => i.Arity == 1 && i.OriginalDefinition.IsHyperactor("IReducer"))
            ?.TypeArguments[0];

    /// <summary>Whether the type carries MemoryPack's own attribute.</summary>
    public static bool IsPackable(this ITypeSymbol type) =>
        type.GetAttributes().Any(a => a.AttributeClass.Is("MemoryPack", "MemoryPackableAttribute"));

    /// <summary>
    /// Whether the type is a message that the user declared: [Named] or a case of a union, and neither actor nor reducer.
    /// </summary>
    public static bool IsMessage(this ITypeSymbol type) =>
        type.TypeKind is TypeKind.Class or TypeKind.Struct
        && (type.Has("Named") || type.IsCase()) && !type.Has("Alias") && !type.IsActor() && type.Reduces() is null;
}
