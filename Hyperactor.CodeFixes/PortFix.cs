using System.Composition;
using Hyperactor.CodeFixes.Editing;
using Hyperactor.Generators.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hyperactor.CodeFixes;

/// <summary>Marks the ports of what is cast, and the message that holds them.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PortFix)), Shared]
public sealed class PortFix() : Fixer(Rules.HYP2003PortNotIncluded)
{
    private protected override Task<IReadOnlyList<Offer>> FindAsync(Finding finding, CancellationToken cancellation)
    {
        var place = finding.Node.FirstAncestorOrSelf<SyntaxNode>(static n => n is ParameterSyntax or MemberDeclarationSyntax);
        var isArgument = place is ParameterSyntax { Parent.Parent: MethodDeclarationSyntax };
        IReadOnlyList<Offer> offers = [];
        if (isArgument && finding.Model.GetDeclaredSymbol(place!, cancellation) is IParameterSymbol parameter)
        {
            offers = parameter.Type is INamedTypeSymbol message && parameter.Type.IsMessage()
                && HandlerShape.Read((IMethodSymbol)parameter.ContainingSymbol, null) is { IsExplicit: true }
                    ? Message(message, cancellation)
                    : [new("include", $"Mark '{parameter.Name}' [Include]", [new(place!, static n => AttributeEdits.Mark(n, "Include"))])];
        }
        else if (place?.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } owner
            && finding.Model.GetDeclaredSymbol(owner, cancellation) is { } type)
        {
            offers = [new("bind", $"Mark '{type.Name}' [Bind, Unbind]", [.. Declarations.Mark(type, cancellation, "Bind", "Unbind")])];
        }

        return Task.FromResult(offers);
    }

    // The ports in it may be declared in base types, and the whole in other files.
    private static IReadOnlyList<Offer> Message(INamedTypeSymbol message, CancellationToken cancellation)
    {
        var candidates = MemberReader.Candidates(message);
        var constructor = MemberReader.Constructor(message, candidates);
        var edits = Declarations.Mark(message, cancellation, "Bind", "Unbind").ToList();
        foreach (var candidate in candidates.Where(static c => PortFinder.Holds(c.Type)))
        {
            var bound = constructor?.Parameters.FirstOrDefault(p => MemberReader.Find(candidates, p) == candidate);
            if (MessageReader.IsIncluded(candidate, bound))
            {
                continue;
            }

            // A mark on a parameter of a base type's constructor is not on the property.
            if (Declarations.Of((ISymbol?)bound ?? candidate.Symbol, cancellation) is not { } declaration
                || (bound is null && declaration is ParameterSyntax))
            {
                return [];
            }

            edits.Add(new(declaration, static n => AttributeEdits.Mark(n, "Include")));
        }

        return edits.Count == 0 || Declarations.Of(message, cancellation) is null
            ? []
            : [new("message", $"Mark '{message.Name}' [Bind, Unbind] and its ports [Include]", edits)];
    }
}
