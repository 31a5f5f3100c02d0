using System.Collections.Concurrent;
using Hyperactor.Generators.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Hyperactor.Analyzers.Handlers;

/// <summary>
/// What runs within an actor: its handlers and hooks, and the members of its class that these use, however indirectly.
/// It is filled while the class is analyzed, from many threads, and asked when all of the class was.
/// </summary>
/// <param name="actor">The class.</param>
internal sealed class ActorCode(INamedTypeSymbol actor)
{
    private readonly ConcurrentQueue<(ISymbol From, ISymbol To)> _uses = new();

    /// <summary>The class.</summary>
    public INamedTypeSymbol Actor => actor;

    /// <summary>Watches which members of the class use which.</summary>
    public void Watch(SymbolStartAnalysisContext context)
    {
        context.RegisterOperationAction(
            c => Use(c, ((IInvocationOperation)c.Operation).TargetMethod), OperationKind.Invocation);
        context.RegisterOperationAction(
            c => Use(c, ((IMethodReferenceOperation)c.Operation).Method), OperationKind.MethodReference);
        context.RegisterOperationAction(
            c => Use(c, ((IPropertyReferenceOperation)c.Operation).Property), OperationKind.PropertyReference);
    }

    /// <summary>Whether a member is one of the class itself, and not of a type within it.</summary>
    public bool Holds(ISymbol member) => member.ContainingType.Same(actor);

    /// <summary>Whether a member makes an actor: it runs before the first message, where the actor is created.</summary>
    public static bool Constructs(ISymbol member) =>
        member is IFieldSymbol { IsStatic: false } or IPropertySymbol { IsStatic: false }
            or IMethodSymbol { MethodKind: MethodKind.Constructor };

    /// <summary>The members that run within the actor, each with the handlers and hooks that lead to it.</summary>
    public Dictionary<ISymbol, List<IMethodSymbol>> Reach()
    {
        var uses = _uses.ToLookup(static u => u.From, static u => u.To, SymbolEqualityComparer.Default);
        var reach = new Dictionary<ISymbol, List<IMethodSymbol>>(SymbolEqualityComparer.Default);
        foreach (var entry in actor.GetMembers().OfType<IMethodSymbol>().Where(IsEntry))
        {
            var open = new Stack<ISymbol>();
            open.Push(Whole(entry));
            var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
            while (open.Count > 0)
            {
                var member = open.Pop();
                if (!seen.Add(member))
                {
                    continue;
                }

                if (!reach.TryGetValue(member, out var entries))
                {
                    reach.Add(member, entries = []);
                }

                entries.Add(entry);
                foreach (var used in uses[member])
                {
                    open.Push(used);
                }
            }
        }

        return reach;
    }

    /// <summary>A member as it is counted: its definition, its first part, the property for its accessors.</summary>
    public static ISymbol Whole(ISymbol member) => member switch
    {
        IMethodSymbol { AssociatedSymbol: IPropertySymbol property } => Whole(property),
        IMethodSymbol method => (method.PartialDefinitionPart ?? method).OriginalDefinition,
        IPropertySymbol property => (property.PartialDefinitionPart ?? property).OriginalDefinition,
        _ => member.OriginalDefinition,
    };

    /// <summary>Whether a method is a handler: marked, or the implementation of a protocol's method.</summary>
    public static bool IsHandler(IMethodSymbol method)
    {
        for (var at = method; at is not null; at = at.OverriddenMethod)
        {
            if (at.Has("Handler"))
            {
                return true;
            }
        }

        return ProtocolMethod(method) is not null;
    }

    /// <summary>The method of a protocol that a method implements, or null.</summary>
    public static IMethodSymbol? ProtocolMethod(IMethodSymbol method)
    {
        if (method.IsStatic
            || method.DeclaredAccessibility != Accessibility.Public && method.ExplicitInterfaceImplementations.IsEmpty)
        {
            return null;
        }

        var actor = method.ContainingType;
        return actor.AllInterfaces.Where(i => IsProtocol(i, actor))
            .SelectMany(static i => i.GetMembers())
            .FirstOrDefault(m => actor.FindImplementationForInterfaceMember(m).Same(method)) as IMethodSymbol;
    }

    /// <summary>What an actor exports or forwards: protocols, and unions and messages that are protocols.</summary>
    public static IEnumerable<INamedTypeSymbol> Protocols(INamedTypeSymbol actor) =>
        new[] { actor.Ours("Export"), actor.Ours("Forward") }
        .SelectMany(static a => a?.ConstructorArguments ?? [])
        .SelectMany(static a => a is { Kind: TypedConstantKind.Array, IsNull: false } ? a.Values : [])
        .Select(static v => v.Value).OfType<INamedTypeSymbol>();

    // A union or a message is handled by an interface that is written beside it, and named after it.
    private static bool IsProtocol(INamedTypeSymbol candidate, INamedTypeSymbol actor) =>
        candidate.Has("Handler")
        || candidate.Name.EndsWith("Handler", StringComparison.Ordinal)
            && Protocols(actor).Any(p => p.TypeKind != TypeKind.Interface && candidate.Name == $"I{p.Name}Handler");

    // Protected methods of an actor, its hooks among them, are called by actors alone.
    private static bool IsEntry(IMethodSymbol method) =>
        method.MethodKind is MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation
        && !method.IsStatic
        && (IsHandler(method) || method.DeclaredAccessibility
            is Accessibility.Protected or Accessibility.ProtectedOrInternal or Accessibility.ProtectedAndInternal);

    private void Use(OperationAnalysisContext context, ISymbol used)
    {
        if (used.ContainingType?.OriginalDefinition.Same(actor) == true && Holds(context.ContainingSymbol))
        {
            _uses.Enqueue((Whole(context.ContainingSymbol), Whole(used)));
        }
    }
}
