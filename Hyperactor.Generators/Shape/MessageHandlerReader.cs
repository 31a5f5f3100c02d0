using Hyperactor.Generators.Model;
using Hyperactor.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Shape;

/// <summary>Reads the handlers of a union or of a message: one for each case, and one for the union as a whole.</summary>
/// <param name="protocol">The union or the message.</param>
/// <param name="exported">Whether references reach them.</param>
/// <param name="actor">The actor that handles them; null where the protocol itself is read.</param>
/// <param name="violations">Where violations go, or null.</param>
internal sealed class MessageHandlerReader(
    INamedTypeSymbol protocol, bool exported, INamedTypeSymbol? actor, List<Violation>? violations)
{
    private readonly string? _via = actor is null ? null : ProtocolForms.HandlerType(protocol);

    /// <summary>Reads the handlers that are well formed into a list.</summary>
    public void ReadInto(HandlerList handlers, CancellationToken cancellation)
    {
        var arms = new List<ArmModel>();
        var messages = protocol.IsUnion() ? UnionReader.Cases(protocol) : [protocol];
        foreach (var message in messages)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Read(message, cancellation) is { } handler && handlers.Add(handler.Model, actor ?? message))
            {
                arms.Add(new(handler.Model.MessageType, handler.Reply));
            }
        }

        if (protocol.IsUnion())
        {
            handlers.Add(Whole(arms), actor ?? protocol);
        }
    }

    private (HandlerModel Model, string? Reply)? Read(INamedTypeSymbol message, CancellationToken cancellation)
    {
        // What is wrong with a message is said where messages are read.
        if (WrittenMembers.Read(message) is not { } members
            || !ReplyReader.Check(members.All, null)
            || members.All.Any(static m => !TypeReader.Read(m.Candidate.Type).IsGood))
        {
            return null;
        }

        var attribute = message.Ours("Handler");
        var name = ProtocolForms.HandlerNameOf(message);
        if (HandlerShape.Problem(name) is { } problem)
        {
            violations.Report(Rules.HYP1002HandlerShape, message, message.Name, problem);
            return null;
        }

        var parts = MessageParts.Read(message, members, cancellation);
        var access = AccessReading.Least(protocol.Access(), AccessReading.Least(message.Access(), parts.Access));
        if (parts.Closed is { } closed)
        {
            violations.Report(
                Rules.HYP1002HandlerShape, closed, message.Name,
                $"clients cannot set '{closed.Name}' of it; make that at least internal");
            return null;
        }

        var reply = members.Reply;
        var replyType = reply is null ? null : ReplyReader.TypeOf(reply.Candidate.Type);
        access = AccessReading.Least(access, replyType?.Access() ?? Access.Public);
        if (access == Access.Hidden || (protocol.DeclaringSyntaxReferences.IsEmpty && access != Access.Public))
        {
            return null;
        }

        if (Castable(message, attribute) is not { } castable)
        {
            return null;
        }

        return (new(
            name,
            name,
            Identifiers.Escape(name),
            _via,
            null,
            exported,
            reply is null ? HandlerKind.OneWay : HandlerKind.Call,
            message.Type(),
            message.Uri(),
            null,
            false,
            parts.Parameters,
            replyType?.AnnotatedType(),
            false,
            true,
            false,
            castable,
            access.Keyword(),
            parts.Docs,
            actor is null ? null : InstrumentReader.ReadCase(actor, name, parts.Parameters))
        {
            Construction = parts.Construction,
        }, reply is null ? null : Identifiers.Escape(reply.Candidate.Symbol.Name));
    }

    // Null: it is promised and cannot be.
    private bool? Castable(INamedTypeSymbol message, AttributeData? attribute)
    {
        if (!exported)
        {
            return false;
        }

        var promised = attribute.Argument<bool>("Cast") || protocol.Ours("Handler").Argument<bool>("Cast");
        var problem = PortFinder.LooseBesideReply(message);
        if (!promised || problem is null)
        {
            return problem is null;
        }

        violations.Report(Rules.HYP2003PortNotIncluded, message, problem);
        return null;
    }

    private HandlerModel Whole(List<ArmModel> arms) => new(
        protocol.Name,
        protocol.Name,
        Identifiers.Escape(protocol.Name),
        _via,
        null,
        exported,
        HandlerKind.OneWay,
        protocol.Type(),
        protocol.Uri(),
        null,
        true,
        new([new("message", "", protocol.Type(), null)]),
        null,
        false,
        true,
        false,
        false,
        protocol.Access().Keyword(),
        DocModel.None,
        null)
    {
        Arms = arms.ToEquatable(),
    };
}
