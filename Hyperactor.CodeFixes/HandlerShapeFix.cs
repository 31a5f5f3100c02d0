using System.Composition;
using Hyperactor.CodeFixes.Editing;
using Hyperactor.Generators.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;

namespace Hyperactor.CodeFixes;

/// <summary>Gives a handler its shape, and the methods that implement it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(HandlerShapeFix)), Shared]
public sealed class HandlerShapeFix() : Fixer(Rules.HYP1002HandlerShape)
{
    private protected override async Task<IReadOnlyList<Offer>> FindAsync(Finding finding, CancellationToken cancellation)
    {
        if (finding.Nearest<MethodDeclarationSyntax>() is not { } syntax
            || finding.Model.GetDeclaredSymbol(syntax, cancellation) is not { IsGenericMethod: false } method
            || !IsFree(method) || Plan(method) is not { } plan)
        {
            return [];
        }

        var solution = finding.Document.Project.Solution;
        if (plan.Edits(syntax, finding.Model)?.ToList() is not { } edits)
        {
            return [];
        }

        var mayChange = plan.MayBeAwaited
            ? await Uses.AllAwaitedAsync(method, solution, cancellation).ConfigureAwait(false)
            : await Uses.NoneAsync(method, solution, cancellation).ConfigureAwait(false);
        return mayChange && await AddImplementationsAsync(method, plan, edits, solution, cancellation).ConfigureAwait(false)
            ? [new(plan.Key, plan.Title, edits)]
            : [];
    }

    private sealed record Way(
        string Key, string Title, Func<MethodDeclarationSyntax, SemanticModel, IReadOnlyList<Edit>?> Edits, bool MayBeAwaited);

    // In the order in which the rule looks.
    private static Way? Plan(IMethodSymbol method)
    {
        if (method.IsStatic)
        {
            return new("instance", "Make it an instance method", static (s, _) => Static(s), false);
        }

        if (!IsShaped(method))
        {
            return new("return", "Return a ValueTask", Returns.ToValueTask, true);
        }

        for (var i = 0; i < method.Parameters.Length; i++)
        {
            var parameter = method.Parameters[i];
            if (parameter.RefKind is not RefKind.None)
            {
                return parameter.RefKind is RefKind.In or RefKind.RefReadOnlyParameter
                    ? new("value", $"Take '{parameter.Name}' by value", (s, _) => ByValue(s, i), false)
                    : null;
            }

            if (parameter.Type.IsHyperactor("Context") && i > 0)
            {
                return new("context", $"Move '{parameter.Name}' to the front", (s, _) => Move(s, i, 0), false);
            }

            if (parameter.Type.Is("System.Threading", "CancellationToken") && i < method.Parameters.Length - 1)
            {
                return method.Parameters.Last().IsParams
                    ? null
                    : new("token", $"Move '{parameter.Name}' to the end", (s, _) => Move(s, i, method.Parameters.Length - 1), false);
            }
        }

        return null;
    }

    private static bool IsShaped(IMethodSymbol method) =>
        method.ReturnsVoid ? !method.IsAsync : method.ReturnType.OriginalDefinition.Is("System.Threading.Tasks", "ValueTask");

    // What others define or refine must keep its shape.
    private static bool IsFree(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Ordinary, IsPartialDefinition: false, PartialDefinitionPart: null }
        && (method.ContainingType.TypeKind == TypeKind.Interface
            || (method is { IsOverride: false, IsVirtual: false, IsAbstract: false }
                && !method.ContainingType.AllInterfaces.SelectMany(i => i.GetMembers(method.Name)).Any(m =>
                    SymbolEqualityComparer.Default.Equals(
                        method.ContainingType.FindImplementationForInterfaceMember(m), method))));

    // A method of a protocol changes together with its implementations, or not at all.
    private static async Task<bool> AddImplementationsAsync(
        IMethodSymbol method, Way way, List<Edit> edits, Solution solution, CancellationToken cancellation)
    {
        if (method.ContainingType.TypeKind != TypeKind.Interface)
        {
            return true;
        }

        var found = await SymbolFinder.FindImplementationsAsync(method, solution, null, cancellation).ConfigureAwait(false);
        foreach (var implementation in found.OfType<IMethodSymbol>())
        {
            if (implementation is { IsVirtual: true } or { IsOverride: true }
                || implementation.DeclaringSyntaxReferences is not [var reference]
                || await reference.GetSyntaxAsync(cancellation).ConfigureAwait(false) is not MethodDeclarationSyntax syntax
                || solution.GetDocument(syntax.SyntaxTree) is not { } document
                || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
                || way.Edits(syntax, model) is not { } more)
            {
                return false;
            }

            edits.AddRange(more);
        }

        return true;
    }

    private static IReadOnlyList<Edit> Static(MethodDeclarationSyntax method) =>
        [new(method, static n => ModifierEdits.Remove((MemberDeclarationSyntax)n, SyntaxKind.StaticKeyword))];

    private static IReadOnlyList<Edit> ByValue(MethodDeclarationSyntax method, int index) =>
    [
        new(method.ParameterList.Parameters[index], static n =>
        {
            var parameter = (ParameterSyntax)n;
            return parameter.WithModifiers(SyntaxFactory.TokenList(parameter.Modifiers.Where(static m =>
                !m.IsKind(SyntaxKind.InKeyword) && !m.IsKind(SyntaxKind.RefKeyword) && !m.IsKind(SyntaxKind.ReadOnlyKeyword))))
                .WithLeadingTrivia(parameter.GetLeadingTrivia());
        }),
    ];

    // The places keep their layout.
    private static IReadOnlyList<Edit> Move(MethodDeclarationSyntax method, int from, int to) =>
    [
        new(method.ParameterList, n =>
        {
            var list = (ParameterListSyntax)n;
            var moved = list.Parameters.ToList();
            var parameter = moved[from];
            moved.RemoveAt(from);
            moved.Insert(to, parameter);
            return list.WithParameters(SyntaxFactory.SeparatedList(
                moved.Select((p, i) => p.WithTriviaFrom(list.Parameters[i])), list.Parameters.GetSeparators()));
        }),
    ];
}
