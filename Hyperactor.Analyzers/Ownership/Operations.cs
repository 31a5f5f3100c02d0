using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Hyperactor.Analyzers.Ownership;

/// <summary>Ways through trees of operations.</summary>
internal static class Operations
{
    /// <summary>The same value, with the conversions around it.</summary>
    public static IOperation Outer(this IOperation operation)
    {
        while (operation.Parent is IConversionOperation or IParenthesizedOperation)
        {
            operation = operation.Parent;
        }

        return operation;
    }

    /// <summary>The same value, without the conversions around it.</summary>
    public static IOperation Inner(this IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation conversion: operation = conversion.Operand; break;
                case IParenthesizedOperation parenthesized: operation = parenthesized.Operand; break;
                default: return operation;
            }
        }
    }

    /// <summary>The body that it is in.</summary>
    public static IOperation Root(this IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }

    /// <summary>All that uses a local below an operation.</summary>
    public static IEnumerable<ILocalReferenceOperation> Uses(this IOperation root, ILocalSymbol local) =>
        root.Descendants().OfType<ILocalReferenceOperation>()
            .Where(r => !r.IsDeclaration && SymbolEqualityComparer.Default.Equals(r.Local, local));

    /// <summary>What a local, a parameter, or a field or property of this object is called by; null for anything else.</summary>
    public static ISymbol? Place(this IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => field.Field,
        IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation, Arguments.IsEmpty: true } property =>
            property.Property,
        _ => null,
    };

    /// <summary>
    /// Whether somebody waits for what a call returns, or may: only what is thrown away or stored surely runs on.
    /// </summary>
    public static bool IsAwaited(this IOperation call)
    {
        var value = call.Outer();
        while (true)
        {
            switch (value.Parent)
            {
                case IInvocationOperation chained when chained.Instance == value:
                case IPropertyReferenceOperation:
                    value = value.Parent.Outer();
                    break;
                case IExpressionStatementOperation:
                    return false;
                case ISimpleAssignmentOperation assignment when assignment.Value == value:
                    return assignment.Target is ILocalReferenceOperation local && value.Root().Uses(local.Local).Skip(1).Any();
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                    return value.Root().Uses(declarator.Symbol).Any();
                default:
                    return value.Parent is not null;
            }
        }
    }

    /// <summary>Whether a value is the resource of a <c>using</c>.</summary>
    public static bool IsUsed(this IOperation operation) => operation.Outer().Parent switch
    {
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.IsUsing: true } } => true,
        IAwaitOperation awaited => awaited.IsUsed(),
        IUsingOperation => true,
        _ => false,
    };

    /// <summary>The text of an operation, on one short line.</summary>
    public static string Text(this IOperation operation)
    {
        const int CharsMax = 60;
        var text = string.Join(" ", operation.Syntax.ToString().Split(['\r', '\n', ' '], StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= CharsMax ? text : text.Substring(0, CharsMax - 1) + "…";
    }
}
