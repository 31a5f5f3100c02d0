using Hyperactor.Generators.Model;
using Hyperactor.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Shape;

/// <summary>What a handler takes of a message, and how a client makes the message of that again.</summary>
/// <param name="Parameters">The parameters: those of the constructor, then the members that are assigned, without the reply.</param>
/// <param name="Construction">The expression that makes the message of them.</param>
/// <param name="Docs">What the user wrote.</param>
/// <param name="Access">From where a client can make it.</param>
/// <param name="Closed">The constructor or the member that no client can reach, or null.</param>
internal sealed record MessageParts(
    EquatableArray<ParameterModel> Parameters, string Construction, DocModel Docs, Access Access, ISymbol? Closed)
{
    /// <summary>Reads a message.</summary>
    public static MessageParts Read(INamedTypeSymbol message, WrittenMembers members, CancellationToken cancellation)
    {
        var said = DocReader.Read(message, cancellation);
        var docs = new List<ParameterDoc>();
        var parameters = new List<ParameterModel>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var arguments = new List<string>();
        var assigned = new List<string>();
        var access = Of(members.Constructor.DeclaredAccessibility);
        ISymbol? closed = access == Access.Hidden ? members.Constructor : null;
        foreach (var member in Ordered(members))
        {
            var symbol = member.Candidate.Symbol;
            var property = Identifiers.Escape(symbol.Name);
            if (member.Parameter is null)
            {
                var setter = Setter(symbol);
                closed ??= setter == Access.Hidden ? symbol : null;
                access = AccessReading.Least(access, setter);
            }

            var value = "default";
            if (!member.IsReply)
            {
                var name = Identifiers.Unique(Identifiers.Camel(symbol.Name), taken);
                value = Identifiers.Escape(name);
                parameters.Add(new(
                    value, property, member.Candidate.Type.AnnotatedType(),
                    member.Parameter is null ? null : Literals.Default(member.Parameter)));
                access = AccessReading.Least(access, member.Candidate.Type.Access());
                if (Words(said, symbol, member.Parameter, cancellation) is { } words)
                {
                    docs.Add(new(name, words));
                }
            }

            if (member.Parameter is not null)
            {
                arguments.Add(value);
            }
            else if (!member.IsReply || symbol is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true })
            {
                assigned.Add($"{property} = {value}");
            }
        }

        var construction = $"new {message.Type()}"
            + (arguments.Count == 0 && assigned.Count > 0 ? "" : $"({string.Join(", ", arguments)})")
            + (assigned.Count == 0 ? "" : $" {{ {string.Join(", ", assigned)} }}");
        return new(WithoutGaps(parameters).ToEquatable(), construction, new(said.Summary, docs.ToEquatable()), access, closed);
    }

    private static IEnumerable<WrittenMembers.Member> Ordered(WrittenMembers members) =>
        members.Constructor.Parameters
            .Select(p => members.All.First(m => SymbolEqualityComparer.Default.Equals(m.Parameter, p)))
            .Concat(members.All.Where(static m => m.Parameter is null));

    // A default in front of a parameter that has none would not compile.
    private static List<ParameterModel> WithoutGaps(List<ParameterModel> parameters)
    {
        var last = parameters.FindLastIndex(static p => p.Default is null);
        return [.. parameters.Select((p, i) => i < last ? p with { Default = null } : p)];
    }

    private static string? Words(
        DocModel said, ISymbol symbol, IParameterSymbol? parameter, CancellationToken cancellation) =>
        (parameter is null ? null : said.Parameter(parameter.Name))
        ?? said.Parameter(symbol.Name)
        ?? (symbol.IsImplicitlyDeclared ? null : DocReader.Read(symbol, cancellation).Summary);

    private static Access Setter(ISymbol symbol) => symbol switch
    {
        IPropertySymbol { SetMethod: { } setter } => Of(setter.DeclaredAccessibility),
        IPropertySymbol => Access.Hidden,
        _ => Access.Public,
    };

    private static Access Of(Accessibility accessibility) => accessibility switch
    {
        Accessibility.Public => Access.Public,
        Accessibility.Internal or Accessibility.ProtectedOrInternal => Access.Internal,
        _ => Access.Hidden,
    };
}
