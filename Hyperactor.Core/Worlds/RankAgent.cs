using Hyperactor.Failures;
using Hyperactor.Procs;

namespace Hyperactor.Worlds;

/// <summary>The actor of each proc through which its coordinator acts on it.</summary>
[Named("hyperactor.RankAgent"), Export]
internal sealed partial class RankAgent(Proc proc, Action stopped) : Actor
{
    /// <summary>The name that the agents of a world share.</summary>
    internal const string Name = "hyperactor_agent";

    /// <summary>Creates an actor of a class that the catalog lists.</summary>
    [Handler(Cast = true)]
    private ValueTask Spawn(string type, string name, ReadOnlyMemory<byte> parameters)
    {
        if (!SpawnCatalog.TryFind(type, out var spawnable))
        {
            throw new CallFaultException(
                $"{type} is not known here; mark the class [Export(Spawn = true)] and reference its assembly.");
        }

        try
        {
            spawnable.SpawnInto(proc, name, parameters);
            return default;
        }
        catch (Exception e)
        {
            // The request is at fault, or the constructor is: the agent goes on either way.
            throw new CallFaultException($"{type} was not created: {FailureText.MessageOf(e)}");
        }
    }

    /// <summary>Stops all other actors of the proc, and tells which did not.</summary>
    [Handler(Cast = true)]
    private async ValueTask<string[]> Stop(Context context, string reason, TimeSpan deadline)
    {
        // A third to drain and a third to give up, so that the answer is there in time.
        var stragglers = await proc.StopAsync(reason, except: context.Self, deadline: deadline / 3);
        stopped();
        return [.. stragglers.Select(id => id.ToString())];
    }
}

/// <summary>Puts the lists of the ranks behind one another.</summary>
[Named("hyperactor.Stragglers")]
internal readonly partial struct Stragglers : IReducer<string[]>
{
    public static string[] Combine(string[] earlier, string[] later) => [.. earlier, .. later];
}
