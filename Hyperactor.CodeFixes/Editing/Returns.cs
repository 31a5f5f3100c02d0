using Hyperactor.Generators.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hyperactor.CodeFixes.Editing;

/// <summary>Makes methods return a <c>ValueTask</c>, with all that they return.</summary>
internal static class Returns
{
    private const string Tasks = "System.Threading.Tasks";

    /// <summary>The edits that make a method return a <c>ValueTask</c>; null if they are not mechanical.</summary>
    public static IReadOnlyList<Edit>? ToValueTask(MethodDeclarationSyntax method, SemanticModel model)
    {
        if (model.GetDeclaredSymbol(method) is not { } symbol)
        {
            return null;
        }

        if (symbol is { IsAsync: true, ReturnsVoid: true })
        {
            return [TypeEdit(method.ReturnType, Name(model, method.ReturnType.SpanStart, SyntaxFactory.IdentifierName("ValueTask")))];
        }

        return IsTask(symbol.ReturnType) ? FromTask(method, symbol, model) : FromValue(method, symbol, model);
    }

    private static List<Edit>? FromTask(MethodDeclarationSyntax method, IMethodSymbol symbol, SemanticModel model)
    {
        if (Simple(method.ReturnType) is not { Identifier.ValueText: "Task" } name)
        {
            return null;
        }

        var edits = new List<Edit>
        {
            new(name, static n => ((SimpleNameSyntax)n).WithIdentifier(ValueTask(((SimpleNameSyntax)n).Identifier))),
        };
        foreach (var expression in symbol.IsAsync ? [] : Expressions(method))
        {
            if (model.GetTypeInfo(expression).Type is null && expression is not ThrowExpressionSyntax)
            {
                return null;
            }

            edits.AddRange(FactoryName(expression, model) is { } factory
                ? [new Edit(factory, static n => SyntaxFactory.IdentifierName(ValueTask(((SimpleNameSyntax)n).Identifier)))]
                : expression is ThrowExpressionSyntax ? []
                : [new Edit(expression, static n => Wrap((ExpressionSyntax)n))]);
        }

        return edits;
    }

    private static List<Edit>? FromValue(MethodDeclarationSyntax method, IMethodSymbol symbol, SemanticModel model)
    {
        var isPlain = symbol is { IsAsync: false, ReturnsVoid: false, RefKind: RefKind.None }
            && symbol.ReturnType is { TypeKind: not TypeKind.Error, IsRefLikeType: false }
            && !symbol.ReturnType.Is("System.Collections.Generic", "IAsyncEnumerable")
            && !Own(method).OfType<YieldStatementSyntax>().Any();
        if (!isPlain)
        {
            return null;
        }

        var type = method.ReturnType;
        var task = SyntaxFactory.GenericName(
            SyntaxFactory.Identifier("ValueTask"),
            SyntaxFactory.TypeArgumentList(SyntaxFactory.SingletonSeparatedList(type.WithoutTrivia())));
        var edits = new List<Edit> { TypeEdit(type, Name(model, type.SpanStart, task)) };
        foreach (var expression in Expressions(method).Where(static e => e is not ThrowExpressionSyntax))
        {
            // What has no type of its own could as well become a task.
            if (model.GetTypeInfo(expression).Type is null)
            {
                return null;
            }

            edits.Add(new(expression, static n => Wrap((ExpressionSyntax)n)));
        }

        return edits;
    }

    private static bool IsTask(ITypeSymbol type) => type.OriginalDefinition.Is(Tasks, "Task");

    private static Edit TypeEdit(TypeSyntax type, TypeSyntax other) => new(type, n => other.WithTriviaFrom(n));

    private static TypeSyntax Name(SemanticModel model, int position, SimpleNameSyntax name) =>
        model.LookupNamespacesAndTypes(position, name: "ValueTask").Any()
            ? name
            : SyntaxFactory.QualifiedName(SyntaxFactory.ParseName(Tasks), name);

    private static SyntaxToken ValueTask(SyntaxToken task) => SyntaxFactory.Identifier("ValueTask").WithTriviaFrom(task);

    // Task.FromResult(…), Task.CompletedTask and their like are there of both kinds.
    private static IdentifierNameSyntax? FactoryName(ExpressionSyntax expression, SemanticModel model)
    {
        var access = expression is InvocationExpressionSyntax call ? call.Expression : expression;
        return access is MemberAccessExpressionSyntax member
            && member.Expression is IdentifierNameSyntax { Identifier.ValueText: "Task" } task
            && member.Name.Identifier.ValueText is "FromResult" or "CompletedTask" or "FromException" or "FromCanceled"
            && model.GetSymbolInfo(member).Symbol?.ContainingType is { } type && type.Is(Tasks, "Task")
                ? task
                : null;
    }

    private static ImplicitObjectCreationExpressionSyntax Wrap(ExpressionSyntax expression) => SyntaxFactory.ImplicitObjectCreationExpression(
        SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(expression.WithoutTrivia()))),
        initializer: null).WithTriviaFrom(expression);

    private static SimpleNameSyntax? Simple(TypeSyntax type) => type switch
    {
        SimpleNameSyntax simple => simple,
        QualifiedNameSyntax qualified => qualified.Right,
        _ => null,
    };

    private static IEnumerable<ExpressionSyntax> Expressions(MethodDeclarationSyntax method) =>
        method.ExpressionBody is { } arrow
            ? [arrow.Expression]
            : Own(method).OfType<ReturnStatementSyntax>().Select(static r => r.Expression).OfType<ExpressionSyntax>();

    // The statements of the method itself, not those of functions within it.
    private static IEnumerable<SyntaxNode> Own(MethodDeclarationSyntax method) =>
        method.Body?.DescendantNodes(
            static n => n is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)) ?? [];
}
