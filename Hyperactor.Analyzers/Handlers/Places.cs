using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Hyperactor.Analyzers.Handlers;

/// <summary>Where a use of something is reported: at its name, and not at all that stands before and behind it.</summary>
internal static class Places
{
    /// <summary>The name of what is called, read or created; with its type, if it is static.</summary>
    public static Location Of(IOperation operation)
    {
        var isStatic = operation switch
        {
            IInvocationOperation call => call is { Instance: null, TargetMethod.IsExtensionMethod: false },
            IMemberReferenceOperation reference => reference.Instance is null,
            _ => true,
        };
        return Of(operation.Syntax, isStatic).GetLocation()!;
    }

    private static SyntaxNodeOrToken Of(SyntaxNode syntax, bool isStatic) => syntax switch
    {
        InvocationExpressionSyntax call => Of(call.Expression, isStatic),
        MemberAccessExpressionSyntax access when !isStatic => access.Name.Identifier,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier,
        SimpleNameSyntax name => name.Identifier,
        ObjectCreationExpressionSyntax creation => creation.Type,
        ImplicitObjectCreationExpressionSyntax creation => creation.NewKeyword,
        _ => syntax,
    };

}
