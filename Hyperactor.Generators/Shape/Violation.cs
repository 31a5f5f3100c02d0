using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Shape;

/// <summary>
/// Something that keeps code from being generated. Only the analyzers collect these; none ever enters a pipeline.
/// </summary>
/// <param name="Rule">One of <see cref="Rules"/>.</param>
/// <param name="Location">Where.</param>
/// <param name="Arguments">What the message of the rule names.</param>
internal sealed record Violation(string Rule, Location Location, string[] Arguments);

/// <summary>The rules that <see cref="Violation"/> names.</summary>
internal static class Rules
{
    public const string HYP1001MustBePartial = "HYP1001";
    public const string HYP1002HandlerShape = "HYP1002";
    public const string HYP1003AmbiguousHandlers = "HYP1003";
    public const string HYP1004CannotSpawn = "HYP1004";
    public const string HYP1005MisplacedAttribute = "HYP1005";
    public const string HYP1007Reply = "HYP1007";
    public const string HYP1008CannotAlias = "HYP1008";
    public const string HYP1009PromiseNotKept = "HYP1009";
    public const string HYP2001NotSerializable = "HYP2001";
    public const string HYP2002DuplicateUri = "HYP2002";
    public const string HYP2003PortNotIncluded = "HYP2003";
    public const string HYP2004NoConstructor = "HYP2004";
    public const string HYP2005UnionNotClosed = "HYP2005";
    public const string HYP4001AttrClass = "HYP4001";
    public const string HYP4002AttrShape = "HYP4002";
    public const string HYP4003AttrDefault = "HYP4003";
    public const string HYP4004DuplicateAttr = "HYP4004";
    public const string HYP5001CannotInstrument = "HYP5001";
    public const string HYP5002CallNotTraced = "HYP5002";
    public const string HYP5003UnknownSkip = "HYP5003";
    public const string HYP5004InterceptorsOff = "HYP5004";
}

/// <summary>Where readers put violations. The generator gives none, and no location is then ever made.</summary>
internal static class ViolationList
{
    /// <summary>Notes a violation at a symbol that is declared in source.</summary>
    public static void Report(this List<Violation>? violations, string rule, ISymbol at, params string[] arguments)
    {
        if (violations is not null)
        {
            var location = at.Locations.FirstOrDefault(static l => l.IsInSource) ?? Location.None;
            violations.Add(new(rule, location, arguments));
        }
    }

    /// <summary>Notes a violation at an attribute.</summary>
    public static void Report(
        this List<Violation>? violations, string rule, AttributeData at, ISymbol fallback, params string[] arguments)
    {
        if (violations is null)
        {
            return;
        }

        if (at.ApplicationSyntaxReference is { } syntax)
        {
            violations.Add(new(rule, Location.Create(syntax.SyntaxTree, syntax.Span), arguments));
        }
        else
        {
            violations.Report(rule, fallback, arguments);
        }
    }
}
