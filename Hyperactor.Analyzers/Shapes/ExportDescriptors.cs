using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Analyzers.Shapes;

/// <summary>Rules about what actors and protocols export, and what of it nobody can reach.</summary>
internal static class ExportDescriptors
{
    private const string Actors = "Hyperactor.Actors";

    public static readonly DiagnosticDescriptor NotExported = new(
        "HYP1012", "Protocol is not exported",
        "'{0}' implements the protocol '{1}' and does not export it, so no reference reaches these methods; write "
        + "[Export(typeof({1}))]",
        Actors, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        helpLinkUri: "docs/rules/HYP1012.md");

    public static readonly DiagnosticDescriptor NoHandler = new(
        "HYP1013", "Member of a protocol is no handler",
        "'{0}' is no handler of '{1}', so no client has it: {2}",
        Actors, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        helpLinkUri: "docs/rules/HYP1013.md");

    public static readonly DiagnosticDescriptor NothingExported = new(
        "HYP1014", "Exported actor has no handlers",
        "'{0}' is exported, but none of its methods is marked [Handler], so it takes no message",
        Actors, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        helpLinkUri: "docs/rules/HYP1014.md");

    public static readonly DiagnosticDescriptor CastNotExported = new(
        "HYP1015", "Cast has no effect here",
        "'{0}' cannot be cast: '{1}' is not exported, and gangs are of exported actors",
        Actors, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        helpLinkUri: "docs/rules/HYP1015.md");

    /// <summary>All of them.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> All = [NotExported, NoHandler, NothingExported, CastNotExported];
}
