using Hyperactor.Generators.Model;
using Hyperactor.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Shape;

/// <summary>Reads what an interceptor of a method must look like.</summary>
internal static class InterceptedMethodReader
{
    /// <summary>Reads a method whose calls can be redirected.</summary>
    public static InterceptedMethodModel Read(
        IMethodSymbol method, AttributeData attribute, IEnumerable<CallSiteModel> calls)
    {
        var taken = new HashSet<string>(method.Parameters.Select(static p => p.Name), StringComparer.Ordinal);
        var type = method.ContainingType;
        var parameters = new List<string>();
        var target = type.Type();
        if (!method.IsStatic)
        {
            target = Identifiers.Escape(Identifiers.Unique("receiver", taken));
            parameters.Add($"this {type.Type()} {target}");
        }

        foreach (var parameter in method.Parameters)
        {
            var @this = method.IsExtensionMethod && parameter.Ordinal == 0 ? "this " : "";
            parameters.Add($"{@this}{parameter.Type.AnnotatedType()} {Identifiers.Escape(parameter.Name)}");
        }

        var arguments = method.TypeParameters.Select(static t => Identifiers.Escape(t.Name)).ToList();
        return new(
            method.Name,
            target,
            Identifiers.Escape(method.Name) + (arguments.Count == 0 ? "" : $"<{string.Join(", ", arguments)}>"),
            TypeParameters(method).Select(static t => Identifiers.Escape(t.Name)).ToEquatable(),
            TypeParameters(method).Select(Constraint).Where(static c => c.Length > 0).ToEquatable(),
            parameters.ToEquatable(),
            method.Parameters.Select(Argument).ToEquatable(),
            method.ReturnsVoid ? "void" : method.ReturnType.AnnotatedType(),
            Form(method),
            method.GetAttributes().Any(static a => a.AttributeClass.Is("System", "ObsoleteAttribute")),
            InstrumentReader.Make(
                attribute,
                $"{type.Name}/{method.Name}",
                method.Parameters.Where(static p => !IsPlumbing(p.Type)).Select(static p => (p.Name, Argument(p)))),
            calls.ToEquatable());
    }

    /// <summary>The type parameters of the method's containers, outermost first, and its own.</summary>
    public static IEnumerable<ITypeParameterSymbol> TypeParameters(IMethodSymbol method)
    {
        var all = new List<ITypeParameterSymbol>(method.TypeParameters);
        for (var type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            all.InsertRange(0, type.TypeParameters);
        }

        return all;
    }

    /// <summary>Whether a parameter is no argument of the call: a context or a token.</summary>
    public static bool IsPlumbing(ITypeSymbol type) =>
        type.IsHyperactor("Context") || type.Is("System.Threading", "CancellationToken");

    // A dynamic argument would make the call a dynamic one.
    private static string Argument(IParameterSymbol parameter) =>
        (parameter.Type.TypeKind == TypeKind.Dynamic ? "(object?)" : "") + Identifiers.Escape(parameter.Name);

    private static ReturnForm Form(IMethodSymbol method)
    {
        var isTask = method.ReturnType.OriginalDefinition.Is("System.Threading.Tasks", "Task")
            || method.ReturnType.OriginalDefinition.Is("System.Threading.Tasks", "ValueTask");
        return method.ReturnsVoid ? ReturnForm.Void
            : !isTask ? ReturnForm.Value
            : method.ReturnType is INamedTypeSymbol { Arity: 1 } ? ReturnForm.TaskOfValue
            : ReturnForm.Task;
    }

    /// <summary>What is demanded of a type parameter, or nothing.</summary>
    public static string Constraint(ITypeParameterSymbol parameter)
    {
        var clauses = new List<string>();
        if (parameter.HasUnmanagedTypeConstraint)
        {
            clauses.Add("unmanaged");
        }
        else if (parameter.HasValueTypeConstraint)
        {
            clauses.Add("struct");
        }
        else if (parameter.HasReferenceTypeConstraint)
        {
            clauses.Add(parameter.ReferenceTypeConstraintNullableAnnotation == NullableAnnotation.Annotated ? "class?" : "class");
        }
        else if (parameter.HasNotNullConstraint)
        {
            clauses.Add("notnull");
        }

        clauses.AddRange(parameter.ConstraintTypes.Select(static t => t.AnnotatedType()));
        if (parameter.HasConstructorConstraint && !parameter.HasValueTypeConstraint)
        {
            clauses.Add("new()");
        }

        return clauses.Count == 0 ? "" : $"where {Identifiers.Escape(parameter.Name)} : {string.Join(", ", clauses)}";
    }
}
