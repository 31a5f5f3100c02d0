using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Analyzers.Messages;

/// <summary>Rules about messages that travel, but not as they seem to.</summary>
internal static class MessageDescriptors
{
    private const string Messages = "Hyperactor.Messages";

    public static readonly DiagnosticDescriptor MarkWithoutPort = new(
        "HYP2006", "Mark has no effect on ports",
        "{0}",
        Messages, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        helpLinkUri: "docs/rules/HYP2006.md");

    public static readonly DiagnosticDescriptor BadUri = new(
        "HYP2007", "Name is not one to share",
        "\"{0}\" is no name that processes should share: {1}",
        Messages, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        helpLinkUri: "docs/rules/HYP2007.md");

    public static readonly DiagnosticDescriptor LostMember = new(
        "HYP2008", "Member does not travel",
        "'{0}.{1}' is not written: whoever reads the message makes it anew; give it an init accessor, or a parameter of the constructor",
        Messages, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        helpLinkUri: "docs/rules/HYP2008.md");

    public static readonly DiagnosticDescriptor UnnamedReducer = new(
        "HYP2009", "Reducer has no name",
        "'{0}' is not marked [Named], so relays do not find it and this call fails",
        Messages, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        helpLinkUri: "docs/rules/HYP2009.md");

    /// <summary>Those about what is declared.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> Declared = [MarkWithoutPort, BadUri, LostMember];
}
