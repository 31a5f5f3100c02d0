namespace Hyperactor.Tests;

/// <summary>Counts, and does what goes wrong in actors.</summary>
[Export(Spawn = true)]
public sealed partial class CounterActor(long start) : Actor
{
    private long _value = start;

    /// <summary>Adds to the count.</summary>
    [Handler]
    private void Add(long amount) => _value += amount;

    /// <summary>The count.</summary>
    [Handler]
    private ValueTask<long> Get() => new(_value);

    /// <summary>Waits until the gate opens.</summary>
    [Handler]
    private async ValueTask Wait(string gate, CancellationToken stopping)
    {
        Gates.Open($"{gate}:entered");
        await Gates.Of(gate).WaitAsync(stopping);
    }

    /// <summary>Fails the actor.</summary>
    [Handler]
    private void Break(string why) => throw new InvalidOperationException(why);

    /// <summary>Fails the actor from a call, after an await.</summary>
    [Handler]
    private async ValueTask<long> BreakLater(string why)
    {
        await Task.Yield();
        throw new InvalidOperationException(why);
    }

    /// <summary>Refuses a call without failing.</summary>
    [Handler]
    private ValueTask<long> Refuse() => throw new CallFaultException("not today");
}

/// <summary>Echoes over a port, and calls itself if asked to.</summary>
[Export]
public sealed partial class EchoActor : Actor
{
    [Handler]
    private void Say(Context cx, string text, PortRef<string> back) => back.Send(cx, text);

    [Handler]
    private async ValueTask<long> CallYourself(Context cx) => await new ActorRef<EchoActor>(cx.Self).CallYourselfAsync(cx);

    [Handler]
    private ValueTask<string> WhoSent(Context cx) => new(cx.Sender.ToString());
}

/// <summary>Gates that tests open, each under a name of its own.</summary>
internal static class Gates
{
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, TaskCompletionSource> All = new();

    internal static Task Of(string name) => Source(name).Task;

    internal static void Open(string name) => Source(name).TrySetResult();

    private static TaskCompletionSource Source(string name) =>
        All.GetOrAdd(name, static _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}

/// <summary>How long a test waits at most for what must happen.</summary>
internal static class Patience
{
    internal static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    internal static Task<T> Soon<T>(this Task<T> task) => task.WaitAsync(Limit);

    internal static Task Soon(this Task task) => task.WaitAsync(Limit);

    internal static Task<T> Soon<T>(this ValueTask<T> task) => task.AsTask().WaitAsync(Limit);

    /// <summary>Waits until a condition holds that no event tells.</summary>
    internal static async Task Until(Func<bool> condition)
    {
        var limit = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            Assert.That(TimeProvider.System.GetElapsedTime(limit), Is.LessThan(Limit), "the condition did not come true");
            await Task.Yield();
        }
    }
}
