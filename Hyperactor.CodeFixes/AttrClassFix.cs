using System.Composition;
using Hyperactor.CodeFixes.Editing;
using Hyperactor.Generators.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hyperactor.CodeFixes;

/// <summary>Declares a class static that holds nothing but keys.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AttrClassFix)), Shared]
public sealed class AttrClassFix() : Fixer(Rules.HYP4001AttrClass)
{
    private protected override async Task<IReadOnlyList<Offer>> FindAsync(Finding finding, CancellationToken cancellation)
    {
        if (finding.Nearest<ClassDeclarationSyntax>() is not { } syntax
            || finding.Model.GetDeclaredSymbol(syntax, cancellation) is not { IsStatic: false, IsAbstract: false, IsRecord: false } type
            || !CanBeStatic(type)
            || !await Uses.NoneAsync(type.InstanceConstructors[0], finding.Document.Project.Solution, cancellation).ConfigureAwait(false))
        {
            return [];
        }

        return
        [
            new("static", "Declare it static",
            [
                new(syntax, static n => ModifierEdits.Append(
                    ModifierEdits.Remove((MemberDeclarationSyntax)n, SyntaxKind.SealedKeyword), SyntaxKind.StaticKeyword)),
                .. ModifierEdits.Open(syntax),
            ]),
        ];
    }

    private static bool CanBeStatic(INamedTypeSymbol type) =>
        type.BaseType?.SpecialType == SpecialType.System_Object && type.AllInterfaces.IsEmpty && type.Arity == 0
        && type.GetMembers().All(static m => m.IsStatic || m.IsImplicitlyDeclared || m is INamedTypeSymbol);
}
