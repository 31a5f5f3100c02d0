using Microsoft.CodeAnalysis;

namespace Hyperactor.Analyzers.Ownership;

/// <summary>The rules about who may hold what, and for how long.</summary>
internal static class OwnershipDescriptors
{
    private const string Category = "Hyperactor.Ownership";
    private const string Pages = "docs/rules/";

    public static readonly DiagnosticDescriptor ContextEscapes = new(
        "HYP7001", "Context escapes its handler",
        "'{0}' belongs to the message at hand, but {1}: take what you need of it first, or send yourself a message",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "HYP7001.md");

    public static readonly DiagnosticDescriptor NotDisposed = new(
        "HYP7002", "Receiver is never disposed",
        "'{0}' is neither disposed nor kept nor passed on, so {1}: declare it with '{2}'",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "HYP7002.md");

    public static readonly DiagnosticDescriptor NoReply = new(
        "HYP7003", "Reply is not sent on some path",
        "'{0}' can end without an answer through '{1}', and whoever asked would wait: send to it on every path, pass it on, or throw",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "HYP7003.md");

    public static readonly DiagnosticDescriptor SecondReply = new(
        "HYP7004", "Reply is sent twice",
        "'{0}' takes one message and was sent it already; the second one finds no port and comes back: send once",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "HYP7004.md");

    public static readonly DiagnosticDescriptor MutableMessage = new(
        "HYP7006", "Message is mutable",
        "'{0}' {1}, and within a process sender and receiver share the message: {2}",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: Pages + "HYP7006.md");

    public static readonly DiagnosticDescriptor AroundMailbox = new(
        "HYP7008", "Actor is reached around its mailbox",
        "{0}",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "HYP7008.md");

    public static readonly DiagnosticDescriptor OpenState = new(
        "HYP7010", "State of an actor is open to others",
        "'{0}' can be changed from outside '{1}' while a handler runs: make it private and change it by a handler",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: Pages + "HYP7010.md");
}
