using System.Collections.Immutable;
using Hyperactor.Generators.Shape;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Analyzers;

/// <summary>
/// The rules: 1xxx actors and handlers, 2xxx messages, 3xxx references, 4xxx attributes and settings, 5xxx telemetry; 8xxx are
/// those of the wire lock, in <see cref="WireLock.WireDescriptors"/>.
/// </summary>
internal static class Descriptors
{
    private const string Actors = "Hyperactor.Actors";
    private const string Messages = "Hyperactor.Messages";
    private const string References = "Hyperactor.References";
    private const string Attrs = "Hyperactor.Attrs";
    private const string Telemetry = "Hyperactor.Telemetry";

    // Where the pages of the rules are: one file each.
    private const string Pages = "docs/rules/";

    public static readonly DiagnosticDescriptor MustBePartial = new(
        Rules.HYP1001MustBePartial, "Type must be partial",
        "Declare '{0}' partial, so that code can be generated for '{1}'",
        Actors, DiagnosticSeverity.Error, isEnabledByDefault: true,
        helpLinkUri: Pages + Rules.HYP1001MustBePartial + ".md");

    public static readonly DiagnosticDescriptor HandlerShape = new(
        Rules.HYP1002HandlerShape, "Handler has the wrong shape",
        "'{0}' cannot be a handler: {1}",
        Actors, DiagnosticSeverity.Error, isEnabledByDefault: true,
        helpLinkUri: Pages + Rules.HYP1002HandlerShape + ".md");

    public static readonly DiagnosticDescriptor AmbiguousHandlers = new(
        Rules.HYP1003AmbiguousHandlers, "Handlers cannot be told apart",
        "{0}",
        Actors, DiagnosticSeverity.Error, isEnabledByDefault: true,
        helpLinkUri: Pages + Rules.HYP1003AmbiguousHandlers + ".md");

    public static readonly DiagnosticDescriptor CannotSpawn = new(
        Rules.HYP1004CannotSpawn, "Actor cannot be created by name",
        "'{0}' cannot be created by name: {1}",
        Actors, DiagnosticSeverity.Error, isEnabledByDefault: true,
        helpLinkUri: Pages + Rules.HYP1004CannotSpawn + ".md");

    public static readonly DiagnosticDescriptor MisplacedAttribute = new(
        Rules.HYP1005MisplacedAttribute, "Attribute has no effect here",
        "{0}",
        Actors, DiagnosticSeverity.Error, isEnabledByDefault: true,
        helpLinkUri: Pages + Rules.HYP1005MisplacedAttribute + ".md");

    public static readonly DiagnosticDescriptor Reply = new(
        Rules.HYP1007Reply, "Reply cannot be",
        "'{0}' cannot be the reply: {1}",
        Actors, DiagnosticSeverity.Error, isEnabledByDefault: true,
        helpLinkUri: Pages + Rules.HYP1007Reply + ".md");

    public static readonly DiagnosticDescriptor CannotAlias = new(
        Rules.HYP1008CannotAlias, "Alias cannot stand for this",
        "Alias '{0}' cannot stand for this: {1}",
        Actors, DiagnosticSeverity.Error, isEnabledByDefault: true,
        helpLinkUri: Pages + Rules.HYP1008CannotAlias + ".md");

    public static readonly DiagnosticDescriptor PromiseNotKept = new(
        Rules.HYP1009PromiseNotKept, "Actor does not keep what is promised",
        "'{0}' cannot be bound as '{1}': {2}",
        Actors, DiagnosticSeverity.Error, isEnabledByDefault: true,
        helpLinkUri: Pages + Rules.HYP1009PromiseNotKept + ".md");

    public static readonly DiagnosticDescriptor NotSerializable = new(
        Rules.HYP2001NotSerializable, "Value cannot travel",
        "'{0}' of type '{1}' cannot travel: {2}",
        Messages, DiagnosticSeverity.Error, isEnabledByDefault: true,
        helpLinkUri: Pages + Rules.HYP2001NotSerializable + ".md");

    public static readonly DiagnosticDescriptor DuplicateUri = new(
        Rules.HYP2002DuplicateUri, "Types share a name",
        "'{0}' and '{1}' cannot be told apart: both go by the name '{2}'; give one another name with [Named(\"…\")]",
        Messages, DiagnosticSeverity.Error, isEnabledByDefault: true,
        helpLinkUri: Pages + Rules.HYP2002DuplicateUri + ".md",
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor PortNotIncluded = new(
        Rules.HYP2003PortNotIncluded, "Port could not be rewritten by relays",
        "{0}",
        Messages, DiagnosticSeverity.Error, isEnabledByDefault: true,
        helpLinkUri: Pages + Rules.HYP2003PortNotIncluded + ".md");

    public static readonly DiagnosticDescriptor NoConstructor = new(
        Rules.HYP2004NoConstructor, "Message cannot be constructed",
        "'{0}' has no constructor that its codec could call: each parameter must have the name and type of a public member",
        Messages, DiagnosticSeverity.Error, isEnabledByDefault: true,
        helpLinkUri: Pages + Rules.HYP2004NoConstructor + ".md");

    public static readonly DiagnosticDescriptor UnionNotClosed = new(
        Rules.HYP2005UnionNotClosed, "Union is not closed",
        "'{0}' is not closed: {1}",
        Messages, DiagnosticSeverity.Error, isEnabledByDefault: true,
        helpLinkUri: Pages + Rules.HYP2005UnionNotClosed + ".md");

    public static readonly DiagnosticDescriptor LiteralDoesNotParse = new(
        "HYP3001", "Literal does not parse",
        "{0}",
        References, DiagnosticSeverity.Error, isEnabledByDefault: true,
        helpLinkUri: Pages + "HYP3001.md");

    public static readonly DiagnosticDescriptor AttrClass = new(
        Rules.HYP4001AttrClass, "Keys cannot be declared here",
        "'{0}' cannot declare keys: {1}",
        Attrs, DiagnosticSeverity.Error, isEnabledByDefault: true,
        helpLinkUri: Pages + Rules.HYP4001AttrClass + ".md");

    public static readonly DiagnosticDescriptor AttrShape = new(
        Rules.HYP4002AttrShape, "Property cannot be a key",
        "'{0}' cannot be a key or a setting: {1}",
        Attrs, DiagnosticSeverity.Error, isEnabledByDefault: true,
        helpLinkUri: Pages + Rules.HYP4002AttrShape + ".md");

    public static readonly DiagnosticDescriptor AttrDefault = new(
        Rules.HYP4003AttrDefault, "Default makes no sense",
        "'{0}' cannot have this value: {1}",
        Attrs, DiagnosticSeverity.Error, isEnabledByDefault: true,
        helpLinkUri: Pages + Rules.HYP4003AttrDefault + ".md");

    public static readonly DiagnosticDescriptor DuplicateAttr = new(
        Rules.HYP4004DuplicateAttr, "Keys share a name",
        "'{0}' and '{1}' cannot be told apart: both go by the name '{2}'; rename one of them",
        Attrs, DiagnosticSeverity.Error, isEnabledByDefault: true,
        helpLinkUri: Pages + Rules.HYP4004DuplicateAttr + ".md",
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor CannotInstrument = new(
        Rules.HYP5001CannotInstrument, "Method cannot be traced",
        "'{0}' cannot be traced: {1}",
        Telemetry, DiagnosticSeverity.Error, isEnabledByDefault: true,
        helpLinkUri: Pages + Rules.HYP5001CannotInstrument + ".md");

    public static readonly DiagnosticDescriptor CallNotTraced = new(
        Rules.HYP5002CallNotTraced, "Call is not traced",
        "This call of '{0}' is not traced: {1}",
        Telemetry, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        helpLinkUri: Pages + Rules.HYP5002CallNotTraced + ".md");

    public static readonly DiagnosticDescriptor UnknownSkip = new(
        Rules.HYP5003UnknownSkip, "Skip names no parameter",
        "'{0}' names no parameter, so it keeps nothing out of the trace; write nameof(parameter)",
        Telemetry, DiagnosticSeverity.Error, isEnabledByDefault: true,
        helpLinkUri: Pages + Rules.HYP5003UnknownSkip + ".md");

    public static readonly DiagnosticDescriptor InterceptorsOff = new(
        Rules.HYP5004InterceptorsOff, "Interceptors are not let in",
        "Calls of '{0}' are not traced in this project: add Hyperactor.Generated to the property InterceptorsNamespaces",
        Telemetry, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        helpLinkUri: Pages + Rules.HYP5004InterceptorsOff + ".md");

    /// <summary>The rules about what the generator reads.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> All =
    [
        MustBePartial, HandlerShape, AmbiguousHandlers, CannotSpawn, MisplacedAttribute, Reply, CannotAlias, PromiseNotKept,
        NotSerializable, DuplicateUri, PortNotIncluded, NoConstructor, UnionNotClosed,
        AttrClass, AttrShape, AttrDefault, DuplicateAttr,
    ];

    /// <summary>The rules about what is traced.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> Instrument =
        [CannotInstrument, CallNotTraced, UnknownSkip, InterceptorsOff];
}
