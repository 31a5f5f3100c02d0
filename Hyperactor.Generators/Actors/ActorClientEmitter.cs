using Hyperactor.Generators.Model;
using Hyperactor.Generators.Text;

namespace Hyperactor.Generators.Actors;

/// <summary>Prints the clients of an actor.</summary>
internal static class ActorClientEmitter
{
    /// <summary>Prints the file.</summary>
    public static string Emit(ActorModel actor)
    {
        var type = actor.Place.Type;
        var writer = SourceHeader.Begin(actor.Describe(), "that class", actor.Place.Namespace);
        writer.Doc("summary", $"Sends to a {See.Type(type)}: a method for each of its handlers.");
        writer.Lines(
            $"""
            {SourceHeader.GeneratedCode}
            {actor.Accessibility} static class {actor.ClientName}
            """).Open();
        var client = new ClientEmitter(writer, type, actor.Place);
        foreach (var handler in actor.Handlers.Where(static h => h.HasClient))
        {
            if (handler.Arms.Count > 0)
            {
                client.Send(handler, throughHandle: true);
                continue;
            }

            client.Handle(handler);
            if (handler.Exported)
            {
                client.Reference(handler);
            }

            if (handler.Castable)
            {
                client.Gang(handler);
            }
        }

        if (actor.Spawn is { } spawn)
        {
            EmitSpawn(writer, type, spawn, actor.Handlers.Count > 0);
        }

        return writer.Close().ToString();
    }

    private static void EmitSpawn(SourceWriter writer, string type, SpawnModel spawn, bool blank)
    {
        var taken = new HashSet<string>(spawn.Parameters.Parameters.Select(static p => p.Name), StringComparer.Ordinal);
        var world = Identifiers.Unique("world", taken);
        var from = Identifiers.Unique("from", taken);
        var name = Identifiers.Unique("name", taken);
        var cancellation = Identifiers.Unique("cancellation", taken);
        var arguments = string.Join(", ", spawn.Parameters.Parameters.Select(static p => p.Name));
        if (blank)
        {
            writer.Blank();
        }

        writer.Doc("summary", $"Creates one <see cref=\"{type}\"/> on each proc of the world.");
        writer.Doc("typeparam", $"<see cref=\"{type}\"/>, and nothing else.", "name=\"TActor\"");
        writer.Lines(
            $"""
            {spawn.Parameters.Accessibility} static
                global::System.Threading.Tasks.ValueTask<global::Hyperactor.GangRef<{type}>> SpawnAsync<TActor>(
            """).In();
        string[] parameters =
        [
            $"this global::Hyperactor.Worlds.World {world}",
            $"global::Hyperactor.ICanCall {from}",
            $"string {name}",
            .. spawn.Parameters.Parameters.Select(static p => $"{p.Type} {p.Name}{(p.Default is null ? "" : " = " + p.Default)}"),
            $"global::System.Threading.CancellationToken {cancellation} = default)",
        ];
        writer.Lines(string.Join(",\n", parameters));
        writer.Lines(
            $"""
            where TActor : global::Hyperactor.Actor, global::Hyperactor.Procs.ISpawned<TActor, {type}.{spawn.Parameters.Name}> =>
            {world}.SpawnAsync(
                {from},
                {name},
                {type}.Spawning.Instance,
                new {type}.{spawn.Parameters.Name}({arguments}),
                {cancellation});
            """).Out();
    }
}
