using Hyperactor.Generators.Model;
using Hyperactor.Generators.Text;

namespace Hyperactor.Generators.Actors;

/// <summary>Prints what the runtime calls: an actor's name, its handlers, and how they are found.</summary>
internal static class DispatchEmitter
{
    private const string Actors = "global::Hyperactor.Actors.";
    private const string ValueTask = "global::System.Threading.Tasks.ValueTask";

    /// <summary>Prints the file.</summary>
    public static string Emit(ActorModel actor)
    {
        var writer = SourceHeader.Begin(actor.Describe(), "that class", actor.Place.Namespace);
        PlaceEmitter.Open(
            writer, actor.Place,
            [
                $"{Actors}IActor<{actor.Place.Type}>",
                .. actor.Spawn is { Parameters.Name: var name }
                    ? [$"global::Hyperactor.Procs.ISpawned<{actor.Place.Type}, {actor.Place.Type}.{name}>"]
                    : Array.Empty<string>(),
                .. actor.Handlers.Where(IsOwn).Select(Bases.Of),
            ]);
        EmitActor(writer, actor);
        if (actor.Handlers.Count > 0)
        {
            writer.Blank();
            EmitTable(writer, actor);
        }

        if (actor.Spawn is not null)
        {
            writer.Blank();
            EmitSpawning(writer, actor, actor.Spawn);
        }

        PlaceEmitter.Close(writer, actor.Place);
        return writer.ToString();
    }

    // A protocol that is an interface states for itself what it takes.
    private static bool IsOwn(HandlerModel handler) =>
        handler.Inherited is null && (handler.Via is null || (handler.IsOfMessages && handler.Exported));

    private static void EmitActor(SourceWriter writer, ActorModel actor)
    {
        var type = actor.Place.Type;
        writer.Lines(
            $$"""
            {{SourceHeader.GeneratedCode}}
            static string {{Actors}}IActor<{{type}}>.Uri =>
                {{CodecEmitter.Quote(actor.Uri)}};

            {{SourceHeader.GeneratedCode}}
            static global::System.Collections.Generic.IReadOnlyList<{{Actors}}Handler<{{type}}>>
                {{Actors}}IActor<{{type}}>.Handlers
            { get; } =
            """).In();
        writer.Lines($"new {Actors}Handler<{type}>[]\n{{").In();
        foreach (var handler in actor.Handlers)
        {
            writer.Lines($"HandlerTable.{Identifiers.Escape(handler.TableName)},");
        }

        writer.Out().Lines("};").Out().Blank();
        writer.Lines(
            $"""
            {SourceHeader.GeneratedCode}
            static {Actors}Handler<{type}>?
                {Actors}IActor<{type}>.FindHandler(ulong port) =>
            """).In();
        if (!actor.Handlers.Any(static h => h.Exported))
        {
            writer.Lines("null;").Out();
            return;
        }

        writer.Lines("port switch\n{").In();
        foreach (var handler in actor.Handlers.Where(static h => h.Exported))
        {
            writer.Lines(
                $"""
                // {handler.MessageUri}
                {Numbers.Of(handler.MessageUri)} => HandlerTable.{Identifiers.Escape(handler.TableName)},
                """);
        }

        writer.Lines("_ => null,").Out().Lines("};").Out();
    }

    private static void EmitTable(SourceWriter writer, ActorModel actor)
    {
        writer.Doc("summary", $"The handlers of {See.Type(actor.Place.Type)}, in the order of their declaration.");
        writer.Lines(
            $"""
            {SourceHeader.GeneratedCode}
            public {(actor.HidesBase ? "new " : "")}static class HandlerTable
            """).Open();
        var names = new HashSet<string>(actor.Handlers.Select(static h => h.TableName), StringComparer.Ordinal) { "HandlerTable" };
        var classes = actor.Handlers.ToDictionary(
            static h => h, h => Identifiers.Unique(h.TableName + "Handler", names));
        foreach (var handler in actor.Handlers)
        {
            writer.Doc("summary", $"Takes {See.Type(handler.MessageType)}.");
            writer.Lines(
                $"""
                {handler.Accessibility} static readonly {Base(actor, handler)}
                    {Identifiers.Escape(handler.TableName)} = new {classes[handler]}();

                """);
        }

        var first = true;
        foreach (var handler in actor.Handlers)
        {
            if (!first)
            {
                writer.Blank();
            }

            first = false;
            EmitHandler(writer, actor, handler, classes[handler]);
        }

        writer.Close();
    }

    private static void EmitHandler(SourceWriter writer, ActorModel actor, HandlerModel handler, string name)
    {
        writer.Lines(
            $$"""
            private sealed class {{name}}() :
                {{Base(actor, handler)}}({{CodecEmitter.Quote(handler.Name)}})
            {
            """).In();
        InstrumentedHandlerEmitter.EmitOperation(writer, handler);
        writer.Lines(
            $$"""
            public override {{Task(handler)}} HandleAsync(
                {{actor.Place.Type}} actor,
                global::Hyperactor.Context context,
                {{handler.MessageType}} message)
            """);
        if (handler.Inherited is not null)
        {
            writer.In()
                .Lines($"=> {handler.Inherited}.HandlerTable.{Identifiers.Escape(handler.Method)}.HandleAsync(actor, context, message);")
                .Out().Out().Lines("}");
            return;
        }

        if (handler.Arms.Count > 0)
        {
            EmitArms(writer, actor, handler);
            return;
        }

        // A generated interface may turn out not to be implemented, which the analyzers report.
        var target = handler.Via is null ? "actor" : $"(({handler.Via}){(handler.IsOfMessages ? "(object)" : "")}actor)";
        var arguments = new List<string>();
        arguments.AddRange(handler.TakesContext ? ["context"] : []);
        arguments.AddRange(handler.IsExplicit ? ["message"] : handler.Parameters.Select(static p => $"message.{p.Property}"));
        arguments.AddRange(handler.TakesToken ? ["context.Stopping"] : []);
        var call = $"{target}.{handler.Method}({string.Join(", ", arguments)})";
        if (handler.Instrument is { } instrument)
        {
            InstrumentedHandlerEmitter.Emit(writer, actor, handler, instrument, call, Task(handler));
        }
        else if (handler.ReturnsVoid)
        {
            writer.Open().Lines($"{call};\nreturn default;").Close();
        }
        else if (handler.Kind == HandlerKind.Acknowledged)
        {
            writer.In().Lines($"=> global::Hyperactor.Unit.After({call});").Out();
        }
        else
        {
            writer.In().Lines($"=> {call};").Out();
        }

        writer.Out().Lines("}");
    }

    private static void EmitArms(SourceWriter writer, ActorModel actor, HandlerModel handler)
    {
        writer.In().Lines("=> message switch\n{").In();
        var table = $"{actor.Place.Type}.HandlerTable.";
        foreach (var arm in handler.Arms)
        {
            if (actor.Handlers.FirstOrDefault(h => h.MessageType == arm.Type) is not { } one)
            {
                continue;
            }

            var entry = table + Identifiers.Escape(one.TableName);
            writer.Lines(arm.Reply is null
                ? $"{arm.Type} one =>\n    {entry}.HandleAsync(actor, context, one),"
                : $"{arm.Type} one =>\n    {entry}.AnswerAsync(actor, context, one, one.{arm.Reply}),");
        }

        writer.Lines(
            $$"""
            _ => throw new global::System.ArgumentException(
                $"{message.GetType()} is no case of {{handler.MessageUri}}.", nameof(message)),
            """).Out().Lines("};").Out().Out().Lines("}");
    }

    private static void EmitSpawning(SourceWriter writer, ActorModel actor, SpawnModel spawn)
    {
        var type = actor.Place.Type;
        var parameters = $"{type}.{spawn.Parameters.Name}";
        var arguments = string.Join(", ", spawn.Parameters.Parameters.Select(static p => $"parameters.{p.Property}"));
        var @base = $"global::Hyperactor.Procs.Spawnable<{type}, {parameters}>";
        writer.Doc("summary", $"Creates a <see cref=\"{type}\"/> by name, in any proc of a world.");
        writer.Lines(
            $$"""
            {{SourceHeader.GeneratedCode}}
            {{spawn.Parameters.Accessibility}} {{(spawn.Parameters.HidesBase ? "new " : "")}}static class Spawning
            {
                /// <summary>The only one.</summary>
                public static readonly {{@base}}
                    Instance = new {{actor.Place.Name.TrimStart('@')}}Spawnable();

                private sealed class {{actor.Place.Name.TrimStart('@')}}Spawnable() :
                    {{@base}}({{CodecEmitter.Quote(actor.Uri)}})
                {
                    public override {{type}} Create({{parameters}} parameters) =>
                        new({{arguments}});
                }
            }
            """);
    }

    private static string Base(ActorModel actor, HandlerModel handler) => handler.Kind switch
    {
        HandlerKind.OneWay => $"{Actors}OneWayHandler<{actor.Place.Type}, {handler.MessageType}>",
        HandlerKind.Acknowledged =>
            $"{Actors}CallHandler<{actor.Place.Type}, {handler.MessageType}, global::Hyperactor.Unit>",
        _ => $"{Actors}CallHandler<{actor.Place.Type}, {handler.MessageType}, {handler.Reply}>",
    };

    private static string Task(HandlerModel handler) => handler.Kind switch
    {
        HandlerKind.OneWay => ValueTask,
        HandlerKind.Acknowledged => $"{ValueTask}<global::Hyperactor.Unit>",
        _ => $"{ValueTask}<{handler.Reply}>",
    };
}
