using System.Composition;
using Hyperactor.Analyzers.Handlers;
using Hyperactor.CodeFixes.Editing;
using Hyperactor.Generators.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hyperactor.CodeFixes.Handlers;

/// <summary>Passes the token of the actor to what may take long: from the context, or by a new parameter.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StoppingTokenFix)), Shared]
public sealed class StoppingTokenFix() : Fixer(HandlerDescriptors.CannotBeStoppedId)
{
    private const string Parameter = "stopping";

    private protected override Task<IReadOnlyList<Offer>> FindAsync(Finding finding, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Offer>>(
            Edits(finding, cancellation) is { } edits ? [new("token", "Pass the token that stops the actor", edits)] : []);

    private static List<Edit>? Edits(Finding finding, CancellationToken cancellation)
    {
        var model = finding.Model;
        if (HandlerSyntax.Reported(finding.Node) is not InvocationExpressionSyntax call
            || model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol called
            || call.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method
            || model.GetDeclaredSymbol(method, cancellation) is not { } handler)
        {
            return null;
        }

        if (HandlerSyntax.ContextAt(model, call) is { } context)
        {
            return [new(call, n => Passed((InvocationExpressionSyntax)n, called, context + ".Stopping"))];
        }

        // The signature is the handler's own, and the name is free.
        var isFree = handler is { IsOverride: false, IsVirtual: false, IsAbstract: false } && handler.Has("Handler")
            && ActorCode.ProtocolMethod(handler) is null
            && model.LookupSymbols(call.SpanStart, name: Parameter).IsEmpty;
        var type = HandlerSyntax.NameAt(model, method.SpanStart, "System.Threading", "CancellationToken");
        return isFree
            ? [
                new(call, n => Passed((InvocationExpressionSyntax)n, called, Parameter)),
                new(method, n => WithToken((MethodDeclarationSyntax)n, type)),
            ]
            : null;
    }

    private static InvocationExpressionSyntax Passed(InvocationExpressionSyntax call, IMethodSymbol called, string token)
    {
        var argument = SyntaxFactory.Argument(SyntaxFactory.ParseExpression(token));
        var given = call.ArgumentList.Arguments;
        var parameter = called.Parameters.FirstOrDefault(static p => IgnoredTokens.IsToken(p.Type));
        if (parameter is not null && (parameter.Ordinal != given.Count || given.Any(static a => a.NameColon is not null)))
        {
            argument = argument.WithNameColon(
                SyntaxFactory.NameColon(parameter.Name).WithTrailingTrivia(SyntaxFactory.Space));
        }

        return call.AddArgumentListArguments(argument);
    }

    private static MethodDeclarationSyntax WithToken(MethodDeclarationSyntax method, string type) =>
        method.ParameterList.Parameters.Any(static p => p.Identifier.Text == Parameter)
            ? method
            : method.AddParameterListParameters(SyntaxFactory.Parameter(SyntaxFactory.Identifier(Parameter))
                .WithType(SyntaxFactory.ParseTypeName(type).WithTrailingTrivia(SyntaxFactory.Space)));
}
