using Microsoft.CodeAnalysis;

namespace Hyperactor.Analyzers.Sends;

/// <summary>The rules about what is sent, and to whom.</summary>
internal static class SendDescriptors
{
    private const string Actors = "Hyperactor.Actors";
    private const string Ownership = "Hyperactor.Ownership";
    private const string Pages = "docs/rules/";

    public static readonly DiagnosticDescriptor NotHandled = new(
        "HYP1010", "Actor does not take this message",
        "{0}",
        Actors, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "HYP1010.md");

    public static readonly DiagnosticDescriptor SharedMessage = new(
        "HYP7005", "Message is changed after it was sent",
        "'{0}' goes to the actor as it is, and '{1}' changes it here: send a copy, or an immutable collection",
        Ownership, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "HYP7005.md");

    public static readonly DiagnosticDescriptor PooledMessage = new(
        "HYP7007", "Message is given back to its pool",
        "'{0}' goes to the actor as it is, but {1}: send a copy, or let the actor give it back",
        Ownership, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "HYP7007.md");

    public static readonly DiagnosticDescriptor StateLeaves = new(
        "HYP7009", "State leaves its actor",
        "The reply shares '{0}' with the actor, where '{1}' changes it: reply with a copy, or keep an immutable collection",
        Ownership, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "HYP7009.md");
}
