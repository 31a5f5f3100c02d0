using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Analyzers.WireLock;

/// <summary>The rules about the wire lock.</summary>
internal static class WireDescriptors
{
    /// <summary>The rule about changes that break peers.</summary>
    public const string BreaksId = "HYP8001";

    /// <summary>The rule about what the lock does not say.</summary>
    public const string NotLockedId = "HYP8002";

    private const string Wire = "Hyperactor.Wire";
    private const string Pages = "docs/rules/";

    public static readonly DiagnosticDescriptor Breaks = new(
        BreaksId, "Change breaks older peers",
        "{0}, or accept the change in Hyperactor.wire.txt",
        Wire, DiagnosticSeverity.Error, isEnabledByDefault: true,
        helpLinkUri: Pages + BreaksId + ".md");

    /// <summary>The same for what is not there any more, which is known only when all has been seen.</summary>
    public static readonly DiagnosticDescriptor Gone = new(
        BreaksId, "Change breaks older peers",
        "{0}, or accept the change in Hyperactor.wire.txt",
        Wire, DiagnosticSeverity.Error, isEnabledByDefault: true,
        helpLinkUri: Pages + BreaksId + ".md",
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor NotLocked = new(
        NotLockedId, "Wire lock does not say this",
        "{0}; accept the change in Hyperactor.wire.txt",
        Wire, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        helpLinkUri: Pages + NotLockedId + ".md");

    public static readonly DiagnosticDescriptor Unreadable = new(
        "HYP8003", "Wire lock cannot be read",
        "This lock cannot be read: {0}",
        Wire, DiagnosticSeverity.Error, isEnabledByDefault: true,
        helpLinkUri: Pages + "HYP8003.md");

    public static readonly ImmutableArray<DiagnosticDescriptor> All = [Breaks, Gone, NotLocked, Unreadable];
}
