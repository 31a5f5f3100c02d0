using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Analyzers.Handlers;

/// <summary>The rules 6xxx: what handlers, and all that runs within an actor, must not do.</summary>
internal static class HandlerDescriptors
{
    public const string BlocksId = "HYP6001";
    public const string CallsItselfId = "HYP6002";
    public const string CallCycleId = "HYP6003";
    public const string ReadsClockId = "HYP6004";
    public const string DrawsRandomnessId = "HYP6005";
    public const string StartsThreadsId = "HYP6006";
    public const string NotAwaitedId = "HYP6007";
    public const string SharedStateId = "HYP6008";
    public const string CannotBeStoppedId = "HYP6009";
    public const string SwallowsFailuresId = "HYP6010";

    private const string Category = "Hyperactor.Handlers";
    private const string Pages = "docs/rules/";

    public static readonly DiagnosticDescriptor Blocks = new(
        BlocksId, "Handler blocks its actor",
        "'{0}' blocks the actor and the thread that it runs on: {1}",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        helpLinkUri: Pages + BlocksId + ".md");

    public static readonly DiagnosticDescriptor CallsItself = new(
        CallsItselfId, "Actor waits for itself",
        "'{0}' is called on the actor itself, which throws SelfCallException when it runs: call a method of the class, "
            + "or send a message and do not wait",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        helpLinkUri: Pages + CallsItselfId + ".md");

    public static readonly DiagnosticDescriptor CallCycle = new(
        CallCycleId, "Actors wait for each other",
        "These calls can wait for each other for ever: {0}; let one of the actors send a message instead of waiting",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        helpLinkUri: Pages + CallCycleId + ".md",
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor ReadsClock = new(
        ReadsClockId, "Actor goes by the system's clock",
        "'{0}' goes by the system's clock, which no test can set: {1}",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        helpLinkUri: Pages + ReadsClockId + ".md");

    public static readonly DiagnosticDescriptor DrawsRandomness = new(
        DrawsRandomnessId, "Actor draws what no seed repeats",
        "'{0}' gives what no seed repeats: {1}",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        helpLinkUri: Pages + DrawsRandomnessId + ".md");

    public static readonly DiagnosticDescriptor StartsThreads = new(
        StartsThreadsId, "Actor runs code outside its turn",
        "'{0}' runs code of the actor on other threads, beside its handlers: {1}",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        helpLinkUri: Pages + StartsThreadsId + ".md");

    public static readonly DiagnosticDescriptor NotAwaited = new(
        NotAwaitedId, "Nobody waits for this",
        "Nobody waits for '{0}', so it outlives the handler and {1}",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        helpLinkUri: Pages + NotAwaitedId + ".md");

    public static readonly DiagnosticDescriptor SharedState = new(
        SharedStateId, "Actors share this",
        "'{0}' is {1}, so all actors of the process share it without order: keep it in one actor, or pass it to the constructor",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        helpLinkUri: Pages + SharedStateId + ".md");

    public static readonly DiagnosticDescriptor CannotBeStopped = new(
        CannotBeStoppedId, "Handler cannot be interrupted",
        "'{0}' goes on when the actor is killed: pass it a CancellationToken parameter of the handler, or context.Stopping",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true,
        helpLinkUri: Pages + CannotBeStoppedId + ".md");

    public static readonly DiagnosticDescriptor SwallowsFailures = new(
        SwallowsFailuresId, "Handler hides what failed",
        "This catches every failure, also that the actor is to stop, and does nothing: catch what you expect, "
            + "and let the rest fail the actor",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        helpLinkUri: Pages + SwallowsFailuresId + ".md");

    /// <summary>The rules that look at one actor at a time.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> OfOneActor =
    [
        Blocks, CallsItself, ReadsClock, DrawsRandomness, StartsThreads, NotAwaited, SharedState, CannotBeStopped, SwallowsFailures,
    ];
}
