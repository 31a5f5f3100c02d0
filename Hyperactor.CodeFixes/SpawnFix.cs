using System.Composition;
using Hyperactor.CodeFixes.Editing;
using Hyperactor.Generators.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hyperactor.CodeFixes;

/// <summary>Leaves an actor one constructor that can be called by name, or takes <c>Spawn</c> away.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SpawnFix)), Shared]
public sealed class SpawnFix() : Fixer(Rules.HYP1004CannotSpawn)
{
    private protected override async Task<IReadOnlyList<Offer>> FindAsync(Finding finding, CancellationToken cancellation)
    {
        if (finding.Nearest<ClassDeclarationSyntax>() is not { } syntax
            || finding.Model.GetDeclaredSymbol(syntax, cancellation) is not { } type)
        {
            return [];
        }

        var offers = new List<Offer>();
        if (!type.IsAbstract)
        {
            var hidden = type.InstanceConstructors.Where(static c => !IsSeen(c)).ToList();
            var seen = type.InstanceConstructors.Where(static c => IsSeen(c)).ToList();
            if (seen.Count == 0 && hidden.Count == 1 && Suits(hidden[0])
                && Declarations.Of(hidden[0], cancellation) is ConstructorDeclarationSyntax one)
            {
                offers.Add(new(
                    "internal", "Make its constructor internal",
                    [new(one, static n => ModifierEdits.See((MemberDeclarationSyntax)n, SyntaxKind.InternalKeyword))]));
            }
            else if (seen.Count > 1
                && await HideAsync(seen, finding.Document.Project.Solution, cancellation).ConfigureAwait(false) is { } hide)
            {
                offers.Add(hide);
            }
        }

        // The attribute may stand on another part of the actor.
        if (type.Ours("Export")?.ApplicationSyntaxReference is { } export
            && await export.GetSyntaxAsync(cancellation).ConfigureAwait(false) is AttributeSyntax attribute)
        {
            offers.Add(new("remove", "Do not create it by name", [new(attribute, static n => WithoutSpawn((AttributeSyntax)n))]));
        }

        return offers;
    }

    // The constructor that takes most is kept; others that are called from outside cannot be hidden.
    private static async Task<Offer?> HideAsync(
        List<IMethodSymbol> constructors, Solution solution, CancellationToken cancellation)
    {
        var sorted = constructors.Where(static c => Suits(c)).OrderByDescending(static c => c.Parameters.Length).ToList();
        if (sorted.Count == 0 || (sorted.Count > 1 && sorted[0].Parameters.Length == sorted[1].Parameters.Length))
        {
            return null;
        }

        var edits = new List<Edit>();
        foreach (var other in constructors.Where(c => !SymbolEqualityComparer.Default.Equals(c, sorted[0])))
        {
            var uses = await Uses.FindAsync(other, solution, cancellation).ConfigureAwait(false);
            if (Declarations.Of(other, cancellation) is not ConstructorDeclarationSyntax declaration
                || !uses.All(u => u.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } user && IsPartOf(user, declaration)))
            {
                return null;
            }

            edits.Add(new(declaration, static n => ModifierEdits.See((MemberDeclarationSyntax)n, SyntaxKind.PrivateKeyword)));
        }

        var kept = sorted[0].ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        return new("hide", $"Leave only '{kept}' visible", edits);
    }

    private static bool IsPartOf(TypeDeclarationSyntax user, ConstructorDeclarationSyntax declaration) =>
        user.Identifier.ValueText == declaration.Identifier.ValueText;

    private static bool Suits(IMethodSymbol constructor) =>
        constructor.Parameters.All(static p => p.RefKind == RefKind.None && TypeReader.Read(p.Type).IsGood && p.Type.Access() != Access.Hidden);

    private static bool IsSeen(IMethodSymbol constructor) => constructor.DeclaredAccessibility
        is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;

    private static AttributeSyntax WithoutSpawn(AttributeSyntax attribute)
    {
        var arguments = attribute.ArgumentList!.Arguments;
        var spawn = arguments.FirstOrDefault(static a => a.NameEquals?.Name.Identifier.ValueText == "Spawn");
        return spawn is null ? attribute
            : arguments.Count == 1 ? attribute.WithArgumentList(null)
            : attribute.WithArgumentList(attribute.ArgumentList.WithArguments(arguments.Remove(spawn)));
    }
}
