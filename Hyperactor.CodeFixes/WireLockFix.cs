using System.Collections.Immutable;
using System.Composition;
using Hyperactor.Analyzers.WireLock;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Hyperactor.CodeFixes;

/// <summary>Takes a change of what an assembly says on the wire into its lock, or all changes.</summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp, Name = nameof(WireLockFix),
    DocumentKinds = [nameof(TextDocumentKind.Document), nameof(TextDocumentKind.AdditionalDocument)]), Shared]
public sealed class WireLockFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [WireDescriptors.BreaksId, WireDescriptors.NotLockedId];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WireLockFixAll.Instance;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var project = context.TextDocument.Project;
        if (WireLockFile.Find(project) is not { } file)
        {
            return Task.CompletedTask;
        }

        var keys = WireLockFile.Keys(context.Diagnostics);
        context.RegisterCodeFix(
            CodeAction.Create(
                "Accept in Hyperactor.wire.txt",
                cancellation => WireLockFile.AcceptAsync(project.Solution, file, keys, cancellation),
                "Accept"),
            context.Diagnostics);
        context.RegisterCodeFix(
            CodeAction.Create(
                "Accept all changes of the assembly",
                cancellation => WireLockFile.AcceptAsync(project.Solution, file, null, cancellation),
                "AcceptAll"),
            context.Diagnostics);
        return Task.CompletedTask;
    }
}
