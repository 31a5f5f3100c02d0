using System.Collections.Immutable;
using Hyperactor.Generators.Shape;
using Hyperactor.Generators.Wire;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Hyperactor.Analyzers.WireLock;

/// <summary>
/// Reports what an assembly says on the wire and its lock does not. A type is compared as soon as it is read, so that an
/// editor shows what breaks while it is typed; what is gone is known at the end. Without a lock nothing is read at all.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WireLockAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = WireDescriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();

        // A message in a file that some tool wrote is on the wire as well; what our generator wrote is not looked at.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext start)
    {
        if (start.Options.AdditionalFiles.FirstOrDefault(static f => IsLock(f.Path)) is not { } file
            || start.Compilation.GetTypeByMetadataName(KnownTypes.Named) is null
            || IsAccepting(start.Options)
            || file.GetText(start.CancellationToken) is not { } text)
        {
            return;
        }

        var parsed = WireParser.Parse([.. text.Lines.Select(static l => l.ToString())]);
        if (parsed.Error is { } error)
        {
            start.RegisterAdditionalFileAction(c =>
            {
                if (c.AdditionalFile.Path == file.Path)
                {
                    c.ReportDiagnostic(Diagnostic.Create(WireDescriptors.Unreadable, At(file, text, error.Line), error.Message));
                }
            });
            return;
        }

        var comparison = new WireComparison(parsed, line => At(file, text, line));
        start.RegisterSymbolAction(
            c => comparison.Compare((INamedTypeSymbol)c.Symbol, c.ReportDiagnostic, c.CancellationToken), SymbolKind.NamedType);
        start.RegisterCompilationEndAction(c => comparison.End(c.ReportDiagnostic));
    }

    /// <summary>Whether a file is a wire lock.</summary>
    internal static bool IsLock(string path) =>
        path.EndsWith(WirePrinter.FileName, StringComparison.Ordinal)
        && (path.Length == WirePrinter.FileName.Length || path[path.Length - WirePrinter.FileName.Length - 1] is '/' or '\\');

    // The build is about to write the lock anew.
    private static bool IsAccepting(AnalyzerOptions options) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(WirePrinter.AcceptOption, out var value)
        && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);

    private static Location At(AdditionalText file, SourceText text, int line)
    {
        var span = text.Lines[line].Span;
        return Location.Create(file.Path, span, text.Lines.GetLinePositionSpan(span));
    }
}
