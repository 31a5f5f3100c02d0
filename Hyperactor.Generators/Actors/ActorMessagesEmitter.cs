using Hyperactor.Generators.Model;
using Hyperactor.Generators.Text;

namespace Hyperactor.Generators.Actors;

/// <summary>Prints the messages that the parameters of an actor's handlers and constructor make.</summary>
internal static class ActorMessagesEmitter
{
    /// <summary>Prints the file.</summary>
    public static string Emit(ActorModel actor)
    {
        var writer = SourceHeader.Begin(actor.Describe(), "that class", actor.Place.Namespace);
        PlaceEmitter.Open(writer, actor.Place);
        var first = true;
        foreach (var handler in actor.Handlers.Where(static h => h.Made is not null))
        {
            Separate(writer, ref first);
            var summary = handler.Docs.Summary is { } words
                ? $"The message of <c>{handler.Name}</c>. {words}"
                : $"The message of <c>{handler.Name}</c>.";
            MadeMessageEmitter.Emit(writer, handler.Made!, summary, handler.Docs);
        }

        if (actor.Spawn is { } spawn)
        {
            Separate(writer, ref first);
            MadeMessageEmitter.Emit(
                writer, spawn.Parameters, $"What a <see cref=\"{actor.Place.Type}\"/> is created from.", spawn.Docs);
        }

        PlaceEmitter.Close(writer, actor.Place);
        return writer.ToString();
    }

    /// <summary>What the file is written for.</summary>
    public static string Describe(this ActorModel actor) =>
        actor.Exported ? $"[Export] {actor.Place.FullName}" : $"the handlers of {actor.Place.FullName}";

    private static void Separate(SourceWriter writer, ref bool first)
    {
        if (!first)
        {
            writer.Blank();
        }

        first = false;
    }
}
