using System.Collections.Immutable;
using Hyperactor.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hyperactor.Generators.Shape;

/// <summary>The signature of a handler, understood.</summary>
/// <param name="Method">The method.</param>
/// <param name="Name">Its name in clients and on the wire.</param>
/// <param name="Kind">What the sender waits for.</param>
/// <param name="IsExplicit">Whether the user declared the message: then it is the only parameter.</param>
/// <param name="Parameters">The parameters beside the context and the token.</param>
/// <param name="Reply">The type of the reply, or null.</param>
/// <param name="TakesContext">Whether the first parameter is the context.</param>
/// <param name="TakesToken">Whether the last parameter is the token.</param>
/// <param name="Cast">Whether the user promises that the message may be cast.</param>
internal sealed record HandlerShape(
    IMethodSymbol Method,
    string Name,
    HandlerKind Kind,
    bool IsExplicit,
    ImmutableArray<IParameterSymbol> Parameters,
    ITypeSymbol? Reply,
    bool TakesContext,
    bool TakesToken,
    bool Cast)
{
    private static readonly string[] Reserved = ["Equals", "GetHashCode", "GetType", "ReferenceEquals", "ToString"];

    /// <summary>Reads the signature; null if no handler can have it.</summary>
    public static HandlerShape? Read(IMethodSymbol method, List<Violation>? violations)
    {
        var attribute = method.Ours("Handler");
        var name = attribute.Argument<string>("Name") ?? WithoutAsync(method.Name);
        var oneWay = attribute.Argument<bool>("OneWay");
        if ((Problem(method, oneWay) ?? Problem(method.Parameters) ?? Problem(name)) is { } problem)
        {
            violations.Report(Rules.HYP1002HandlerShape, method, method.Name, problem);
            return null;
        }

        var takesContext = method.Parameters.FirstOrDefault()?.Type.IsHyperactor("Context") ?? false;
        var takesToken = method.Parameters.LastOrDefault()?.Type is { } last && IsToken(last);
        var parameters = method.Parameters
            .Skip(takesContext ? 1 : 0)
            .Take(method.Parameters.Length - (takesContext ? 1 : 0) - (takesToken ? 1 : 0))
            .ToImmutableArray();
        var reply = method.ReturnType is INamedTypeSymbol { Arity: 1 } task ? task.TypeArguments[0] : null;

        // A value that is returned has nowhere to go but to a caller: unless that is what the message itself asks for, the
        // parameters make the request.
        var isExplicit = parameters.Length == 1 && parameters[0].Type.IsMessage()
            && (reply is null || IsReplyOf(parameters[0].Type, reply));
        var kind = reply is not null ? HandlerKind.Call
            : isExplicit || method.ReturnsVoid || oneWay ? HandlerKind.OneWay
            : HandlerKind.Acknowledged;
        return new(
            method, name, kind, isExplicit, parameters, reply, takesContext, takesToken, attribute.Argument<bool>("Cast"));
    }

    private static bool IsReplyOf(ITypeSymbol message, ITypeSymbol reply) =>
        message is INamedTypeSymbol type && SymbolEqualityComparer.Default.Equals(ReplyReader.Read(type), reply);

    private static string WithoutAsync(string name) =>
        name.Length > 5 && name.EndsWith("Async", StringComparison.Ordinal) ? name.Substring(0, name.Length - 5) : name;

    private static string? Problem(IMethodSymbol method, bool oneWay)
    {
        if (method.MethodKind != MethodKind.Ordinary)
        {
            return "it is an explicit implementation or no ordinary method; mark an ordinary method";
        }

        if (method.IsStatic)
        {
            return "it is static; a handler works on its actor";
        }

        if (method.IsGenericMethod)
        {
            return "it has type parameters; a message has one type";
        }

        if (method.ReturnsVoid && method.IsAsync)
        {
            return "it is async void, so nobody would know when it ends; return ValueTask";
        }

        if (oneWay && method.ReturnType is INamedTypeSymbol { Arity: 1 } && IsValueTask(method.ReturnType))
        {
            return "it returns a value, but OneWay says that nobody waits for one; return ValueTask, or leave OneWay out";
        }

        return method.ReturnsVoid || IsValueTask(method.ReturnType)
            ? null
            : $"it returns {method.ReturnType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}; "
                + "return void, ValueTask or ValueTask<T>";
    }

    private static string? Problem(ImmutableArray<IParameterSymbol> parameters)
    {
        for (var i = 0; i < parameters.Length; i++)
        {
            var parameter = parameters[i];
            if (parameter.RefKind != RefKind.None)
            {
                return $"'{parameter.Name}' is passed by reference; pass it by value";
            }

            if (parameter.Type.IsHyperactor("Context") && i > 0)
            {
                return $"'{parameter.Name}' is a Context and must be the first parameter";
            }

            if (IsToken(parameter.Type) && i < parameters.Length - 1)
            {
                return $"'{parameter.Name}' is a CancellationToken and must be the last parameter";
            }
        }

        return null;
    }

    /// <summary>Why nothing can have a client method of this name, or null.</summary>
    public static string? Problem(string name) =>
        !SyntaxFacts.IsValidIdentifier(name) ? $"its name '{name}' is no identifier"
        : Reserved.Contains(name) ? $"its name '{name}' is that of a method of every object; give it another one by Name"
        : null;

    private static bool IsToken(ITypeSymbol type) => type.Is("System.Threading", "CancellationToken");

    private static bool IsValueTask(ITypeSymbol type) =>
        type.OriginalDefinition.Is("System.Threading.Tasks", "ValueTask");
}
