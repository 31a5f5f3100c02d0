using Hyperactor.Generators.Model;

namespace Hyperactor.Generators.Text;

/// <summary>Prints client methods: extensions of what refers to an actor or to a gang.</summary>
/// <param name="writer">Where to.</param>
/// <param name="target">The actor or protocol, fully qualified.</param>
/// <param name="place">Where it stands: its type parameters are those of every method.</param>
internal sealed class ClientEmitter(SourceWriter writer, string target, PlaceModel place)
{
    private const string ValueTask = "global::System.Threading.Tasks.ValueTask";
    private const string Token = "global::System.Threading.CancellationToken";
    private const string Unit = "global::Hyperactor.Unit";

    private bool _first = true;

    /// <summary>Prints what sends through a handle: the message stays as it is.</summary>
    public void Handle(HandlerModel handler)
    {
        var names = new Names(handler, "actor");
        var entry = $"{target}.HandlerTable.{Identifiers.Escape(handler.TableName)}";
        if (handler.Kind == HandlerKind.OneWay)
        {
            Method(
                handler, names, "void", handler.Name, "",
                [Receiver("ActorHandle", names), Sender("ICanSend", names), .. Arguments(handler)],
                $"{names.Receiver}.Send({names.From}, {entry}, {names.Message});");
        }
        else
        {
            Method(
                handler, names, $"{ValueTask}<{handler.Reply ?? Unit}>", handler.Name + "Async", "",
                [Receiver("ActorHandle", names), Sender("ICanCall", names), .. Arguments(handler), $"{Token} {names.Token} = default"],
                $"{names.Receiver}.CallAsync({names.From}, {entry}, {names.Message}, {names.Token});");
        }
    }

    /// <summary>Prints what sends through a reference, wherever the actor is.</summary>
    public void Reference(HandlerModel handler)
    {
        var names = new Names(handler, "actor");
        if (handler.Kind == HandlerKind.OneWay)
        {
            Method(
                handler, names, "void", handler.Name, "",
                [Receiver("ActorRef", names), Sender("ICanSend", names), .. Arguments(handler)],
                $"global::Hyperactor.ActorRefExtensions.Send({names.Receiver}, {names.From}, {names.Message});");
        }
        else
        {
            var reply = handler.Reply ?? Unit;
            Method(
                handler, names, $"{ValueTask}<{reply}>", handler.Name + "Async", "",
                [Receiver("ActorRef", names), Sender("ICanCall", names), .. Arguments(handler), $"{Token} {names.Token} = default"],
                $"""
                global::Hyperactor.ActorRefExtensions.CallAsync<
                    {target},
                    {handler.MessageType},
                    {reply}>(
                    {names.Receiver}, {names.From}, {names.Message}, {names.Token});
                """);
        }
    }

    /// <summary>Prints what sends a union as a whole, through a handle and, if it is exported, through a reference.</summary>
    public void Send(HandlerModel handler, bool throughHandle)
    {
        var names = new Names(handler, "actor");
        var words = handler with
        {
            Docs = new("Sends a case, whichever it is. One that is answered replies through the port that it holds.", default),
        };
        if (throughHandle)
        {
            Method(
                words, names, "void", "Send", "", [Receiver("ActorHandle", names), Sender("ICanSend", names), .. Arguments(handler)],
                $"{names.Receiver}.Send({names.From}, {target}.HandlerTable.{Identifiers.Escape(handler.TableName)}, {names.Message});");
        }

        if (handler.Exported)
        {
            Method(
                words, names, "void", "Send", "", [Receiver("ActorRef", names), Sender("ICanSend", names), .. Arguments(handler)],
                $"global::Hyperactor.ActorRefExtensions.Send({names.Receiver}, {names.From}, {names.Message});");
        }
    }

    /// <summary>Prints what casts to a gang.</summary>
    public void Gang(HandlerModel handler)
    {
        var names = new Names(handler, "gang");
        string[] start = [Receiver("GangRef", names), Sender("ICanCall", names), .. Arguments(handler)];
        var options = $"global::Hyperactor.CastOptions? {names.Options} = null";
        var token = $"{Token} {names.Token} = default";
        switch (handler.Kind)
        {
            case HandlerKind.OneWay:
                Method(
                    handler, names, "void", handler.Name, "", [.. start, options],
                    $"global::Hyperactor.GangExtensions.Cast({names.Receiver}, {names.From}, {names.Message}, {names.Options});");
                break;
            case HandlerKind.Acknowledged:
                Method(
                    handler, names, $"{ValueTask}<global::Hyperactor.CastResult<{Unit}>>", handler.Name + "Async", "",
                    [.. start, options, token],
                    $"""
                    global::Hyperactor.GangExtensions.AcknowledgeAsync(
                        {names.Receiver}, {names.From}, {names.Message}, {names.Options}, {names.Token});
                    """);
                break;
            default:
                Method(
                    handler, names, $"{ValueTask}<global::Hyperactor.CastResult<{handler.Reply}>>", handler.Name + "Async",
                    handler.Reply!, [.. start, options, token],
                    $"""
                    global::Hyperactor.GangExtensions.CallAsync<
                        {target},
                        {handler.MessageType},
                        {handler.Reply},
                        TReducer>(
                        {names.Receiver}, {names.From}, {names.Message}, {names.Options}, {names.Token});
                    """);
                break;
        }
    }

    private void Method(
        HandlerModel handler, Names names, string returns, string name, string reduced, IReadOnlyList<string> parameters,
        string body)
    {
        Separate();
        Doc(handler, names, parameters.Count, reduced.Length > 0);
        string[] arguments = [.. place.TypeParameters, .. reduced.Length > 0 ? ["TReducer"] : Array.Empty<string>()];
        var generic = arguments.Length > 0 ? $"<{string.Join(", ", arguments)}>" : "";
        var constraint = string.Concat(place.Constraints.Select(static c => "\n" + c))
            + (reduced.Length > 0 ? $"\nwhere TReducer : global::Hyperactor.IReducer<{reduced}>" : "");
        writer
            .Lines($"{handler.Accessibility} static {returns} {Identifiers.Escape(name)}{generic}(")
            .In()
            .Lines(string.Join(",\n", parameters) + ")" + constraint + " =>")
            .Lines(body)
            .Out();
    }

    private void Separate()
    {
        if (!_first)
        {
            writer.Blank();
        }

        _first = false;
    }

    // Parameters are documented all or none: the compiler warns of those that are left out.
    private void Doc(HandlerModel handler, Names names, int count, bool reduces)
    {
        writer.Doc("summary", handler.Docs.Summary ?? Default(handler, names));
        if (reduces)
        {
            writer.Doc("typeparam", "Combines the replies, in rank order.", "name=\"TReducer\"");
        }

        if (!handler.IsExplicit && handler.Docs.Parameters.Count > 0)
        {
            DocParameters(handler, names, count);
        }

        if (handler is { IsExplicit: false, Kind: not HandlerKind.OneWay, Docs.Returns: { } returns })
        {
            writer.Doc("returns", IsGang(names) ? $"The combined replies of all members. Of each: {returns}" : returns);
        }

        if (handler is { IsExplicit: false, Docs.Remarks: { } remarks })
        {
            writer.Doc("remarks", remarks);
        }
    }

    private void DocParameters(HandlerModel handler, Names names, int count)
    {
        var isGang = IsGang(names);
        writer.Doc("param", isGang ? "The gang." : "The actor.", $"name=\"{names.Receiver}\"");
        writer.Doc("param", "Who sends.", $"name=\"{names.From}\"");
        foreach (var parameter in handler.Parameters)
        {
            var name = parameter.Name.TrimStart('@');
            writer.Doc("param", handler.Docs.Parameter(name) ?? "An argument of the handler.", $"name=\"{name}\"");
        }

        var rest = count - 2 - handler.Parameters.Count;
        if (isGang)
        {
            writer.Doc("param", "How the message is spread.", $"name=\"{names.Options}\"");
            rest--;
        }

        if (rest > 0)
        {
            writer.Doc("param", "Ends the wait.", $"name=\"{names.Token}\"");
        }
    }

    private static bool IsGang(Names names) => names.Receiver.StartsWith("gang", StringComparison.Ordinal);

    private static string Default(HandlerModel handler, Names names)
    {
        var whom = IsGang(names) ? "every member" : "the actor";
        return handler.Kind switch
        {
            HandlerKind.OneWay => $"Sends <c>{handler.Name}</c> to {whom}.",
            HandlerKind.Acknowledged => $"Calls <c>{handler.Name}</c> of {whom} and waits until it has ended.",
            _ => $"Calls <c>{handler.Name}</c> of {whom} and waits for the reply.",
        };
    }

    private string Receiver(string kind, Names names) => $"this global::Hyperactor.{kind}<{target}> {names.Receiver}";

    private static string Sender(string capability, Names names) => $"global::Hyperactor.{capability} {names.From}";

    private static IEnumerable<string> Arguments(HandlerModel handler) =>
        handler.Parameters.Select(static p => $"{p.Type} {p.Name}{(p.Default is null ? "" : " = " + p.Default)}");

    /// <summary>The names of our own parameters, which give way to the user's.</summary>
    private sealed class Names
    {
        public Names(HandlerModel handler, string receiver)
        {
            var taken = new HashSet<string>(handler.Parameters.Select(static p => p.Name), StringComparer.Ordinal);
            Receiver = Identifiers.Unique(receiver, taken);
            From = Identifiers.Unique("from", taken);
            Options = Identifiers.Unique("options", taken);
            Token = Identifiers.Unique("cancellation", taken);
            Message = handler.IsExplicit
                ? "message"
                : handler.Construction ?? $"new {handler.MessageType}({string.Join(", ", handler.Parameters.Select(static p => p.Name))})";
        }

        public string Receiver { get; }

        public string From { get; }

        public string Options { get; }

        public string Token { get; }

        public string Message { get; }
    }
}
