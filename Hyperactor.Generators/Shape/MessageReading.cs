using Hyperactor.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Shape;

/// <summary>Reads messages as clients of somebody unknown send them: as values, by the names of their types.</summary>
internal static class MessageReading
{
    private const string Suffix = "Message";

    /// <summary>Reads a message; null, with the reason, if it has no client.</summary>
    /// <param name="message">A message that the user declared, or that was generated in another assembly.</param>
    /// <param name="alias">What the client is typed by.</param>
    /// <param name="registrations">Where the lines of the catalog go.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <param name="problem">Why not; empty if the compiler already says so.</param>
    public static HandlerModel? Read(
        INamedTypeSymbol message, INamedTypeSymbol alias, List<Registration> registrations, CancellationToken cancellation,
        out string problem)
    {
        var facts = TypeReader.Read(message);
        var name = Name(message);
        var access = AccessReading.Least(message.Access(), alias.Access());
        if (!facts.IsGood || HandlerShape.Problem(name) is not null || access == Access.Hidden)
        {
            problem = !facts.IsGood ? (facts.Problem!.Length == 0 ? "" : "cannot travel: " + facts.Problem)
                : access == Access.Hidden ? "is not visible outside its container; make it internal or public"
                : "would have a client of its name, which is that of a method of every object";
            return null;
        }

        var (kind, reply) = Outcome(message);
        if (kind is null)
        {
            problem = "is not handled by the type that it was generated for";
            return null;
        }

        problem = "";
        registrations.AddRange(facts.Registrations);
        var text = message.WithNullableAnnotation(NullableAnnotation.NotAnnotated).AnnotatedType();
        return new(
            name, name, "", null, null, true, kind.Value, text, message.Uri(), null, true,
            new([new("message", "", text, null)]), reply?.AnnotatedType(), false, false, false,
            PortFinder.WhyNotCast(message, kind == HandlerKind.Call) is null, access.Keyword(), DocReader.Read(message, cancellation), null);
    }

    /// <summary>Whether our generator wrote the type, in whatever assembly.</summary>
    public static bool IsMade(ITypeSymbol type) => type.GetAttributes().Any(static a =>
        a.AttributeClass is { Name: "GeneratedCodeAttribute" }
        && a.ConstructorArguments is [{ Value: "Hyperactor.Generators" }, ..]);

    /// <summary>The name of the handler of a message that parameters make.</summary>
    public static string Name(ITypeSymbol message) =>
        message.Name.Length > Suffix.Length && message.Name.EndsWith(Suffix, StringComparison.Ordinal)
            ? message.Name.Substring(0, message.Name.Length - Suffix.Length)
            : message.Name;

    // A message that the user declared tells whether it has a reply; of one that was made, its owner states what it is.
    private static (HandlerKind? Kind, ITypeSymbol? Reply) Outcome(INamedTypeSymbol message)
    {
        if (!IsMade(message))
        {
            return ReplyReader.Read(message) is { } answer ? (HandlerKind.Call, answer) : (HandlerKind.OneWay, null);
        }

        foreach (var stated in message.ContainingType?.AllInterfaces ?? [])
        {
            if (stated.TypeArguments is [var handled] && stated.OriginalDefinition.IsHyperactor("IHandles")
                && SymbolEqualityComparer.Default.Equals(handled, message))
            {
                return (HandlerKind.OneWay, null);
            }

            if (stated.TypeArguments is [var asked, var reply] && stated.OriginalDefinition.IsHyperactor("IAnswers")
                && SymbolEqualityComparer.Default.Equals(asked, message))
            {
                return reply.IsHyperactor("Unit") ? (HandlerKind.Acknowledged, null) : (HandlerKind.Call, reply);
            }
        }

        return (null, null);
    }
}
