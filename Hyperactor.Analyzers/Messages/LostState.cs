using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hyperactor.Analyzers.Messages;

/// <summary>
/// Finds the state of a member that cannot be set: what its initializer makes is made anew by whoever reads the message.
/// </summary>
internal static class LostState
{
    /// <summary>Whether the member holds a value of its own that reading does not bring back.</summary>
    /// <param name="member">A property or field that is neither settable nor a parameter of the constructor.</param>
    /// <param name="constructor">The constructor that reading calls.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static bool IsLost(ISymbol member, IMethodSymbol constructor, CancellationToken cancellation) =>
        member.DeclaringSyntaxReferences is [var reference]
        && reference.GetSyntax(cancellation) switch
        {
            PropertyDeclarationSyntax property => IsAuto(property) && IsLost(property.Initializer?.Value, constructor),
            VariableDeclaratorSyntax field => IsLost(field.Initializer?.Value, constructor),
            _ => false,
        };

    private static bool IsAuto(PropertyDeclarationSyntax property) =>
        property.ExpressionBody is null
        && property.AccessorList?.Accessors.All(static a => a is { Body: null, ExpressionBody: null }) == true
        && !property.Modifiers.Any(SyntaxKind.AbstractKeyword);

    // What a constructor with parameters assigns may follow from them, as may an initializer that mentions them; what is
    // always the same is no state.
    private static bool IsLost(ExpressionSyntax? initializer, IMethodSymbol constructor)
    {
        if (initializer is null)
        {
            return constructor.Parameters.IsEmpty && !constructor.IsImplicitlyDeclared;
        }

        var parameters = constructor.Parameters.Select(static p => p.Name).ToList();
        return !initializer.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
                .Any(n => parameters.Contains(n.Identifier.ValueText))
            && initializer.DescendantNodesAndSelf().Any(static n => MayDiffer(n));
    }

    // Each time anew: a collection that is filled later, a clock, a random number.
    private static bool MayDiffer(SyntaxNode node) => node switch
    {
        CollectionExpressionSyntax or BaseObjectCreationExpressionSyntax => true,
        InvocationExpressionSyntax call => !call.IsKind(SyntaxKind.NameOfKeyword) && call.Expression.ToString() != "nameof",
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText is "Now" or "UtcNow" or "Today",
        _ => false,
    };
}
