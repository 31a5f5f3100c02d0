using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Hyperactor.Analyzers.Handlers;

/// <summary>A member of the platform that an actor should not use.</summary>
/// <param name="Rule">The rule that says so.</param>
/// <param name="Namespace">Where its type is.</param>
/// <param name="Type">The type that declares it, without type parameters.</param>
/// <param name="Member">Its name; <c>.ctor</c> for constructors.</param>
/// <param name="Remedy">What to do instead.</param>
/// <param name="IsFine">Tells the uses that are in order.</param>
internal sealed record Suspect(
    DiagnosticDescriptor Rule, string Namespace, string Type, string Member, string Remedy, Func<IOperation, bool>? IsFine = null)
{
    private static readonly Dictionary<string, Suspect[]> ByMember =
        new[] { BlockingCalls.All, ClockReads.All, RandomDraws.All, ThreadStarts.All }
            .SelectMany(static s => s)
            .GroupBy(static s => s.Member)
            .ToDictionary(static g => g.Key, static g => g.ToArray(), StringComparer.Ordinal);

    /// <summary>Looks a member up: first by its name, which nearly always ends it.</summary>
    public static Suspect? Find(ISymbol? member)
    {
        if (member?.ContainingType is { } type && ByMember.TryGetValue(member.Name, out var suspects))
        {
            foreach (var suspect in suspects)
            {
                if (suspect.Type == type.Name && suspect.Namespace == type.ContainingNamespace.ToDisplayString())
                {
                    return suspect;
                }
            }
        }

        return null;
    }

    /// <summary>The report on a use of a suspect; null if the use is in order.</summary>
    public static Diagnostic? Check(IOperation operation)
    {
        var member = operation switch
        {
            IInvocationOperation call => call.TargetMethod,
            IPropertyReferenceOperation reference => reference.Property,
            IObjectCreationOperation creation => creation.Constructor,
            IMethodReferenceOperation reference => reference.Method,
            _ => (ISymbol?)null,
        };
        return Find(member) is { } suspect && suspect.IsFine?.Invoke(operation) != true
            ? Diagnostic.Create(suspect.Rule, Places.Of(operation), suspect.Name, suspect.Remedy)
            : null;
    }

    private string Name => Member == ".ctor" ? "new " + Type : $"{Type}.{Member}";
}
