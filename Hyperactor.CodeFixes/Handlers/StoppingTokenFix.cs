using System.Collections.Immutable;
using System.Composition;
using Hyperactor.Analyzers.Handlers;
using Hyperactor.Generators.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hyperactor.CodeFixes.Handlers;

/// <summary>Passes the actor's token to what may take long: that of the context, or a new parameter of the handler.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StoppingTokenFix)), Shared]
public sealed class StoppingTokenFix : CodeFixProvider
{
    private const string Parameter = "stopping";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [HandlerDescriptors.CannotBeStoppedId];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null
            || HandlerSyntax.Reported(root.FindNode(context.Span, getInnermostNodeForTie: true)) is not InvocationExpressionSyntax call
            || model.GetSymbolInfo(call, context.CancellationToken).Symbol is not IMethodSymbol called
            || call.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method
            || model.GetDeclaredSymbol(method, context.CancellationToken) is not { } handler)
        {
            return;
        }

        if (HandlerSyntax.ContextAt(model, call) is { } name)
        {
            Register(context, context.Document.With(root, call, Passed(call, called, name + ".Stopping")));
        }
        else if (handler.Has("Handler") && ActorCode.ProtocolMethod(handler) is null && !handler.IsOverride && !handler.IsVirtual
            && model.LookupSymbols(call.SpanStart, name: Parameter).IsEmpty)
        {
            var changed = method.ReplaceNode(call, Passed(call, called, Parameter));
            Register(context, context.Document.With(root, method, WithToken(changed, model, method.SpanStart)));
        }
    }

    private static void Register(CodeFixContext context, Document changed) => context.RegisterCodeFix(
        CodeAction.Create("Pass the token that stops the actor", _ => Task.FromResult(changed), nameof(StoppingTokenFix)), context.Diagnostics);

    private static InvocationExpressionSyntax Passed(InvocationExpressionSyntax call, IMethodSymbol called, string token)
    {
        var argument = SyntaxFactory.Argument(SyntaxFactory.ParseExpression(token));
        var place = called.Parameters.IndexOf(called.Parameters.FirstOrDefault(static p => IgnoredTokens.IsToken(p.Type))!);
        if (place >= 0 && (place != call.ArgumentList.Arguments.Count || call.ArgumentList.Arguments.Any(static a => a.NameColon is not null)))
        {
            argument = argument.WithNameColon(SyntaxFactory.NameColon(called.Parameters[place].Name)
                .WithTrailingTrivia(SyntaxFactory.Space));
        }

        return call.AddArgumentListArguments(argument);
    }

    private static MethodDeclarationSyntax WithToken(MethodDeclarationSyntax method, SemanticModel model, int at)
    {
        var type = model.LookupNamespacesAndTypes(at, name: "CancellationToken").IsEmpty
            ? "System.Threading.CancellationToken"
            : "CancellationToken";
        return method.AddParameterListParameters(SyntaxFactory.Parameter(SyntaxFactory.Identifier(Parameter))
            .WithType(SyntaxFactory.ParseTypeName(type).WithTrailingTrivia(SyntaxFactory.Space)));
    }
}
