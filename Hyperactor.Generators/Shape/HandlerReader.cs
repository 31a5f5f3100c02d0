using Hyperactor.Generators.Model;
using Hyperactor.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Shape;

/// <summary>Reads what a handler is, and what it gets wrong.</summary>
/// <param name="owner">The actor or protocol whose methods are read.</param>
/// <param name="exported">Whether messages leave the process, so that all types must travel.</param>
/// <param name="via">Whether the methods are called through <paramref name="owner"/>, and its messages are not made here.</param>
/// <param name="violations">Where violations go, or null.</param>
internal sealed class HandlerReader(INamedTypeSymbol owner, bool exported, bool via, List<Violation>? violations)
{
    private readonly string _ownerUri = owner.Uri();
    private readonly string _ownerType = owner.Type();

    /// <summary>Reads the handlers that are well formed into a list.</summary>
    /// <param name="methods">The methods.</param>
    /// <param name="handlers">Where handlers go.</param>
    /// <param name="registrations">Where the lines of the catalog go, for the handlers that the list accepts.</param>
    /// <param name="at">What is at fault if a handler is in another one's way; by default its method.</param>
    /// <param name="cancellation">Ends the work.</param>
    public void ReadInto(
        IEnumerable<IMethodSymbol> methods, HandlerList handlers, List<Registration> registrations, ISymbol? at,
        CancellationToken cancellation)
    {
        foreach (var method in methods)
        {
            cancellation.ThrowIfCancellationRequested();
            var own = new List<Registration>();
            if (Read(method, at as INamedTypeSymbol ?? owner, own, cancellation) is { } handler
                && handlers.Add(handler, at ?? method))
            {
                registrations.AddRange(own);
            }
        }
    }

    private HandlerModel? Read(
        IMethodSymbol method, INamedTypeSymbol actor, List<Registration> registrations, CancellationToken cancellation)
    {
        if (HandlerShape.Read(method, violations) is not { } shape)
        {
            return null;
        }

        var message = shape.IsExplicit
            ? Explicit(shape, registrations)
            : Made(shape, registrations);
        if (message is null)
        {
            return null;
        }

        var access = AccessReading.Least(message.Access, owner.Access());
        if (shape.Reply is { } reply)
        {
            if (!Travels(method, reply, registrations))
            {
                return null;
            }

            access = AccessReading.Least(access, reply.Access());
        }

        if (access == Access.Hidden)
        {
            violations.Report(
                Rules.HYP1002HandlerShape, method, method.Name,
                "it uses a type that is not visible outside its container; make that type internal or public");
            return null;
        }

        return new(
            shape.Name,
            shape.Name,
            Identifiers.Escape(method.Name),
            via ? _ownerType : null,
            null,
            exported,
            shape.Kind,
            message.Type,
            message.Uri,
            via ? null : message.Made,
            shape.IsExplicit,
            message.Parameters,
            shape.Reply?.AnnotatedType(),
            method.ReturnsVoid,
            shape.TakesContext,
            shape.TakesToken,
            message.Castable,
            access.Keyword(),
            DocReader.Read(method, cancellation),
            InstrumentReader.ReadHandler(method, shape.Name, Tags(shape, message), actor));
    }

    // What the parameters are called where the handler is called: the message, or its properties.
    private static IEnumerable<(string Name, string Value)> Tags(HandlerShape shape, MessageFacts message) => shape.IsExplicit
        ? [(shape.Parameters[0].Name, "message")]
        : shape.Parameters.Select((p, i) => (p.Name, $"message.{message.Parameters[i].Property}"));

    private sealed record MessageFacts(
        string Type, string Uri, MadeMessageModel? Made, EquatableArray<ParameterModel> Parameters, bool Castable,
        Access Access);

    private MessageFacts? Explicit(HandlerShape shape, List<Registration> registrations)
    {
        var parameter = shape.Parameters[0];
        var type = (INamedTypeSymbol)parameter.Type;
        if (exported && !Travels(parameter, type, registrations))
        {
            return null;
        }

        // The reply of a call goes another way.
        var isCall = shape.Kind == HandlerKind.Call;
        var ports = exported && (isCall ? PortFinder.HoldsBesideReply(type) : PortFinder.Holds(type));
        if (shape.Cast && ports && PortFinder.Loose(type, isCall) is { } loose)
        {
            violations.Report(Rules.HYP2003PortNotIncluded, parameter, loose);
            return null;
        }

        // Arguments keep their annotations; a message itself is never null.
        var text = type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).AnnotatedType();
        return new(
            text, type.Uri(), null,
            new([new("message", "", text, null)]),
            exported && (shape.Cast || !ports),
            type.Access());
    }

    private MessageFacts? Made(HandlerShape shape, List<Registration> registrations)
    {
        var name = shape.Name + "Message";
        var uri = $"{_ownerUri}.{shape.Name}";
        if (ParameterReader.Read(shape.Parameters, name, exported, registrations, violations) is not { } parameters)
        {
            return null;
        }

        if (!via && owner.GetMembers(name).Any(static m => !TypeReader.IsGenerated(m)))
        {
            violations.Report(
                Rules.HYP1003AmbiguousHandlers, shape.Method,
                $"'{owner.Name}' already has a member '{name}'; name this handler with [Handler(Name = \"…\")]");
            return null;
        }

        var ports = exported && shape.Parameters.Any(static p => PortFinder.Holds(p.Type));
        var loose = shape.Parameters.FirstOrDefault(static p => PortFinder.Holds(p.Type) && !p.Has("Include"));
        if (shape.Cast && exported && loose is not null)
        {
            violations.Report(
                Rules.HYP2003PortNotIncluded, loose,
                $"'{shape.Name}' is cast, but the port in '{loose.Name}' is not marked [Include]");
            return null;
        }

        var access = shape.Parameters.Aggregate(
            owner.Access(), static (least, p) => AccessReading.Least(least, p.Type.Access()));
        var type = $"{_ownerType}.{name}";
        var made = parameters.Make(name, type, exported ? uri : null, access, exported && !via ? registrations : null);
        return new(type, uri, made, parameters.Models, exported && (shape.Cast || !ports), access);
    }

    private bool Travels(ISymbol at, ITypeSymbol type, List<Registration> registrations)
    {
        if (!exported)
        {
            return type.TypeKind != TypeKind.Error;
        }

        var facts = TypeReader.Read(type);
        if (facts.IsGood)
        {
            registrations.AddRange(facts.Registrations);
            return true;
        }

        MessageReader.NotSerializable(violations, at, type, facts.Problem!);
        return false;
    }
}
