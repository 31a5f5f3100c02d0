using Hyperactor.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Shape;

/// <summary>Reads which methods are traced and how, and what keeps one from being traced.</summary>
internal static class InstrumentReader
{
    private const string Name = "Instrument";

    /// <summary>How a handler is traced, or null.</summary>
    /// <param name="method">The method of the actor or the protocol.</param>
    /// <param name="handler">Its name as a handler.</param>
    /// <param name="tags">The arguments, with what stands for them where the handler is called.</param>
    /// <param name="actor">The actor whose handler it is.</param>
    public static InstrumentModel? ReadHandler(
        IMethodSymbol method, string handler, IEnumerable<(string Name, string Value)> tags, INamedTypeSymbol actor)
    {
        var attribute = method.Ours(Name)
            ?? (actor.FindImplementationForInterfaceMember(method) as IMethodSymbol)?.Ours(Name)
            ?? method.ContainingType.Ours(Name)
            ?? actor.Ours(Name);
        return attribute is null ? null : Make(attribute, $"{actor.Name}/{handler}", tags);
    }

    /// <summary>How the handler of a case is traced, or null.</summary>
    /// <param name="actor">The actor that has the method; the interface that declares it is not there yet.</param>
    /// <param name="handler">Its name.</param>
    /// <param name="parameters">What it takes beside the context.</param>
    public static InstrumentModel? ReadCase(
        INamedTypeSymbol actor, string handler, EquatableArray<ParameterModel> parameters)
    {
        var method = actor.GetMembers(handler).OfType<IMethodSymbol>()
            .FirstOrDefault(m => m.Parameters.Length == parameters.Count + 1);
        var attribute = method?.Ours(Name) ?? actor.Ours(Name);
        return attribute is null
            ? null
            : Make(
                attribute, $"{actor.Name}/{handler}",
                parameters.Select(static p => (p.Name.TrimStart('@'), $"message.{p.Property}")));
    }

    /// <summary>The attribute that says how a method that is no handler is traced, or null.</summary>
    public static AttributeData? Find(IMethodSymbol method)
    {
        for (var declared = method.OriginalDefinition;
            declared is not null;
            declared = declared.OverriddenMethod?.OriginalDefinition)
        {
            if (declared.Ours(Name) is { } own)
            {
                return IsHandler(declared) ? null : own;
            }

            if (declared.ContainingType is { } type
                && IsFree(type) && type.Ours(Name) is { } all && Problem(declared) is null)
            {
                return all;
            }
        }

        return null;
    }

    /// <summary>How a method that is no handler is traced.</summary>
    public static InstrumentModel Make(
        AttributeData attribute, string operation, IEnumerable<(string Name, string Value)> tags)
    {
        var skip = new HashSet<string>(Skipped(attribute), StringComparer.Ordinal);
        return new(
            operation,
            attribute.Argument<bool>("Infallible"),
            tags.Where(t => !skip.Contains(t.Name)).Select(static t => new TagModel(t.Name, t.Value)).ToEquatable());
    }

    /// <summary>The parameters that must not become tags.</summary>
    public static IEnumerable<string> Skipped(AttributeData attribute) =>
        attribute.NamedArguments
            .Where(static a => a.Key == "Skip" && a.Value is { Kind: TypedConstantKind.Array, IsNull: false })
            .SelectMany(static a => a.Value.Values)
            .Select(static v => v.Value)
            .OfType<string>();

    /// <summary>The simple names of the methods whose calls an attribute on this symbol redirects.</summary>
    /// <param name="symbol">The method or type that carries the attribute.</param>
    /// <param name="publicOnly">Whether only calls from other assemblies are of interest.</param>
    public static IEnumerable<string> Names(ISymbol symbol, bool publicOnly)
    {
        var methods = symbol switch
        {
            IMethodSymbol method when !IsHandler(method) => [method],
            INamedTypeSymbol type when IsFree(type) => Methods(type),
            _ => Enumerable.Empty<IMethodSymbol>(),
        };
        return methods.Where(m => Problem(m) is null && (!publicOnly || IsPublic(m))).Select(static m => m.Name);
    }

    /// <summary>The methods that an attribute on their type stands for: those that can be traced.</summary>
    public static IEnumerable<IMethodSymbol> Methods(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IMethodSymbol>().Where(static m => !m.IsImplicitlyDeclared && Problem(m) is null);

    /// <summary>Whether the runtime calls the method itself, and traces it there.</summary>
    public static bool IsHandler(IMethodSymbol method) =>
        method.Has("Handler")
        || IsProtocol(method.ContainingType)
        || ProtocolForms.HandlesMessage(method)
        || (method.ContainingType is { } type && type.IsActor()
            && type.AllInterfaces.Where(IsProtocol).SelectMany(static p => p.GetMembers()).Any(
                m => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(m), method)));

    /// <summary>Whether an attribute on the type is about ordinary methods, and not about handlers.</summary>
    public static bool IsFree(INamedTypeSymbol type) => !type.IsActor() && !IsProtocol(type);

    /// <summary>Why calls of a method cannot be redirected, or null.</summary>
    public static string? Problem(IMethodSymbol method)
    {
        if (method.MethodKind != MethodKind.Ordinary)
        {
            return "it is no ordinary method";
        }

        if (method.DeclaredAccessibility
            is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal
            || method.ContainingType.Access() == Access.Hidden)
        {
            return "generated code cannot see it; make it and its containers internal or public";
        }

        if (method.ContainingType is { IsValueType: true } && !method.IsStatic)
        {
            return "it is an instance method of a struct; make it static, or the type a class";
        }

        if (method.IsStatic && method.ContainingType.TypeKind == TypeKind.Interface && (method.IsAbstract || method.IsVirtual))
        {
            return "it is a static member of an interface, which only type parameters call";
        }

        if (method is { IsAsync: true, ReturnsVoid: true })
        {
            return "it is async void, so nobody knows when it ends; return a Task";
        }

        return Problem(method.Parameters, method) ?? TypeParameterProblem(method);
    }

    private static string? Problem(IEnumerable<IParameterSymbol> parameters, IMethodSymbol method)
    {
        if (method.IsVararg || method.ReturnsByRef || method.ReturnsByRefReadonly || IsConfined(method.ReturnType))
        {
            return "it returns a reference, a ref struct or a pointer";
        }

        foreach (var parameter in parameters)
        {
            if (parameter.RefKind != RefKind.None)
            {
                return $"'{parameter.Name}' is passed by reference";
            }

            if (IsConfined(parameter.Type))
            {
                return $"'{parameter.Name}' is a ref struct or a pointer";
            }
        }

        return null;
    }

    private static string? TypeParameterProblem(IMethodSymbol method)
    {
        var all = InterceptedMethodReader.TypeParameters(method).ToList();
        return all.Select(static t => t.Name).Distinct(StringComparer.Ordinal).Count() != all.Count
            ? "two of its type parameters have one name"
            : all.Any(static t => t.AllowsRefLikeType)
                ? "it takes ref structs as type arguments"
                : null;
    }

    private static bool IsConfined(ITypeSymbol type) =>
        type.IsRefLikeType || type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer;

    private static bool IsProtocol(INamedTypeSymbol? type) => type is { TypeKind: TypeKind.Interface } && type.Has("Handler");

    private static bool IsPublic(IMethodSymbol method) =>
        method.DeclaredAccessibility == Accessibility.Public && method.ContainingType.Access() == Access.Public;
}
