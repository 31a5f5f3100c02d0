using Hyperactor.Generators.Model;
using Hyperactor.Generators.Shape;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Analyzers.Sends;

/// <summary>What is sent to, and what it takes.</summary>
/// <param name="Kind">The type of the expression: a handle, a reference or a gang.</param>
/// <param name="Target">The actor or the protocol.</param>
/// <param name="Handlers">Its handlers, if it is declared here.</param>
internal sealed record Recipient(string Kind, INamedTypeSymbol Target, IReadOnlyList<HandlerModel> Handlers)
{
    private const int NamesMax = 8;

    /// <summary>Whether it is an actor that nothing reaches from elsewhere.</summary>
    public bool IsHidden => Kind != "ActorHandle" && !Target.DeclaringSyntaxReferences.IsEmpty && Target.IsActor()
        && !Target.Has("Export");

    /// <summary>The recipient that an expression of a type is; null if it is none.</summary>
    public static Recipient? Of(INamedTypeSymbol type, CancellationToken cancellation)
    {
        if (type.Name is not ("ActorHandle" or "ActorRef" or "GangRef") || !type.IsHyperactor(type.Name)
            || type.TypeArguments is not [INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Interface } target])
        {
            return null;
        }

        var handlers = target.DeclaringSyntaxReferences.IsEmpty ? default
            : target.IsActor() ? ActorReader.Read(target, null, cancellation)?.Handlers
            : target.Has("Alias") ? AliasReader.Read(target, null, cancellation)?.Handlers
            : ProtocolReader.Read(target, null, cancellation)?.Handlers;
        return new(type.Name, target, [.. handlers ?? default]);
    }

    /// <summary>That the actor must be exported.</summary>
    public string NotExported() => $"'{Target.Name}' is not exported, so nothing reaches it by its address: mark it [Export]";

    /// <summary>Why a message cannot be sent by one of the general methods; null if it could.</summary>
    public string? ProblemOfMessage(string method, ITypeSymbol? message)
    {
        if (message is null)
        {
            return null;
        }

        var isSent = method is "Send" or "Cast";
        var (handled, answered) = (Takes("IHandles", message), Takes("IAnswers", message));
        if (handled)
        {
            return Kind == "ActorHandle" ? $"A handle sends '{message.Name}' by the method of its handler: '{ClientOf(message)}'"
                : !isSent ? $"'{message.Name}' is sent one-way, and '{Target.Name}' answers nothing: use {(Kind == "GangRef" ? "Cast" : "Send")}"
                : Kind == "GangRef" && method == "Send" ? $"A gang is not sent '{message.Name}', it is cast: use Cast"
                : null;
        }

        if (answered)
        {
            return isSent ? $"'{message.Name}' is answered by '{Target.Name}': use its client '{ClientOf(message)}', and await it" : null;
        }

        return $"'{Target.Name}' does not handle '{message.Name}': add a handler, [Handler] void On({message.Name} message){OneOf()}";
    }

    /// <summary>Why there is no client of a name; null if that is plain.</summary>
    /// <param name="name">What was called.</param>
    /// <param name="isInScope">Whether the namespace of the clients is imported.</param>
    public string? ProblemOfClient(string name, bool isInScope)
    {
        var plain = name.EndsWith("Async", StringComparison.Ordinal) ? name.Substring(0, name.Length - 5) : name;
        var same = Handlers.Where(h => h.Name == plain).ToList();
        if (same.Count == 0)
        {
            return Target.GetMembers().OfType<IMethodSymbol>().Any(m => m.Name == name || m.Name == plain) && Target.TypeKind == TypeKind.Class
                ? $"'{Target.Name}.{name}' is no handler, so it cannot be sent to: mark it [Handler]"
                : $"'{Target.Name}' has no handler '{plain}': add one, [Handler] void {plain}(…){OneOf()}";
        }

        if (same.All(h => Client(h) != name))
        {
            return $"The client of '{Target.Name}.{plain}' is '{Client(same[0])}': {(same[0].Kind == HandlerKind.OneWay
                ? "nobody answers, so there is nothing to await" : "it is answered, so await it")}";
        }

        return IsHidden ? NotExported()
            : Kind == "GangRef" && same.All(static h => !h.Castable)
                ? $"'{Target.Name}.{plain}' cannot be cast, because its message may hold a port: mark it [Handler(Cast = true)]"
            : !isInScope ? $"The clients of '{Target.Name}' are in its namespace: add 'using {Target.ContainingNamespace.ToDisplayString()};'"
            : null;
    }

    private static string Client(HandlerModel handler) => handler.Kind == HandlerKind.OneWay ? handler.Name : handler.Name + "Async";

    private bool Takes(string how, ITypeSymbol message) => Target.AllInterfaces.Any(i =>
        i.Name == how && i.IsHyperactor(how) && SymbolEqualityComparer.Default.Equals(i.TypeArguments[0], message));

    private string ClientOf(ITypeSymbol message)
    {
        var type = message.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        return Handlers.FirstOrDefault(h => h.MessageType == type || h.Made?.Name == message.Name) is { } handler
            ? Client(handler)
            : message.Name;
    }

    // Of a recipient of another assembly, what its interfaces say.
    private string OneOf()
    {
        var names = Handlers.Count > 0
            ? Handlers.Select(Client)
            : Target.AllInterfaces.Where(static i => i.Name is "IHandles" or "IAnswers" && i.IsHyperactor(i.Name))
                .Select(static i => i.TypeArguments[0].Name);
        var listed = names.Distinct(StringComparer.Ordinal).Take(NamesMax).ToList();
        return listed.Count == 0 ? "" : $", or send one of: {string.Join(", ", listed)}";
    }
}
