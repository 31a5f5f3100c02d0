using System.Collections.Immutable;
using Hyperactor.Generators.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Hyperactor.Analyzers;

/// <summary>Reports constants that are parsed as ids or addresses, or given as names, and are none.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LiteralAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.LiteralDoesNotParse];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownTypes.Named) is not null)
            {
                start.RegisterOperationAction(Analyze, OperationKind.Invocation, OperationKind.ObjectCreation);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var (method, arguments) = context.Operation switch
        {
            IInvocationOperation call => (call.TargetMethod, call.Arguments),
            IObjectCreationOperation { Constructor: { } constructor } made => (constructor, made.Arguments),
            _ => (null, ImmutableArray<IArgumentOperation>.Empty),
        };
        if (method is null || LiteralGrammar.Of(method) is not { } grammar)
        {
            return;
        }

        foreach (var argument in arguments)
        {
            if (argument.Parameter?.Ordinal == grammar.Parameter
                && argument.ArgumentKind == ArgumentKind.Explicit
                && Constant(argument.Value) is { } text
                && grammar.Check(text) is { } fault)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptors.LiteralDoesNotParse, Place(argument.Value.Syntax, text, fault.Position), fault.Message));
            }
        }
    }

    // A string may stand for a span, and a UTF-8 literal is a constant of its own kind.
    private static string? Constant(IOperation value)
    {
        while (value is IConversionOperation conversion && !value.ConstantValue.HasValue)
        {
            value = conversion.Operand;
        }

        return value is IUtf8StringOperation utf8 ? utf8.Value : value.ConstantValue.Value as string;
    }

    // The char itself in a plain literal, or the closing quote if something is missing; else the whole expression.
    private static Location Place(SyntaxNode node, string text, int? position)
    {
        if (position is not { } at || node is not LiteralExpressionSyntax literal
            || PlainStart(literal.Token.Text, text) is not { } start)
        {
            return node.GetLocation();
        }

        var width = at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]) ? 2 : 1;
        return Location.Create(node.SyntaxTree, new TextSpan(literal.SpanStart + start + at, width));
    }

    // Where the text begins between the quotes; null if it is not written there as it is.
    private static int? PlainStart(string token, string text)
    {
        var start = token.IndexOf('"');
        while (start < token.Length && token[start] == '"')
        {
            start++;
        }

        return start < token.Length
            && string.CompareOrdinal(token, start, text, 0, text.Length) == 0
            && token.Substring(start + text.Length).TrimEnd('8', 'u', 'U').Trim('"').Length == 0
                ? start
                : null;
    }
}
