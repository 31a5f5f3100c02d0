using System.Collections.Immutable;
using Hyperactor.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hyperactor.Generators.Tests.Rules;

public sealed class HandlerSuppressorTests
{
    [Test]
    public async Task Handlers_are_not_asked_to_be_static()
    {
        var compilation = Compiling.Library(
            "public partial class A : Actor { [Handler] void Ping() { } void Other() { } }");
        var all = await compilation
            .WithAnalyzers([new EveryMethod(), new HandlerSuppressor()], new AnalyzerOptions([]))
            .GetAnalyzerDiagnosticsAsync();
        Assert.That(
            all.Where(static d => !d.IsSuppressed).Select(static d => d.GetMessage()), Is.EqualTo(["Other"]));
    }

    /// <summary>Stands for the SDK's analyzer: reports CA1822 on every method.</summary>
#pragma warning disable RS1025, RS1026, RS1029, RS1036, RS1038, RS1041, RS2008 // A stand-in, never shipped.
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class EveryMethod : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor Rule = new(
            "CA1822", "Mark as static", "{0}", "Performance", DiagnosticSeverity.Warning, isEnabledByDefault: true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

        public override void Initialize(AnalysisContext context) => context.RegisterSymbolAction(
            static c =>
            {
                if (c.Symbol is IMethodSymbol { MethodKind: MethodKind.Ordinary } method)
                {
                    c.ReportDiagnostic(Diagnostic.Create(Rule, method.Locations[0], method.Name));
                }
            },
            SymbolKind.Method);
    }
}
