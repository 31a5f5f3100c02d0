using System.Collections.Concurrent;

namespace Hyperactor.Tests.Channels;

/// <summary>Runs a test and all that it awaits on one thread, as a deterministic scheduler does.</summary>
internal sealed class SingleThread : SynchronizationContext
{
    private readonly BlockingCollection<(SendOrPostCallback Work, object? State)> _work = [];

    public override void Post(SendOrPostCallback d, object? state) => _work.Add((d, state));

    internal static void Run(Func<Task> test)
    {
        var context = new SingleThread();
        var before = Current;
        SetSynchronizationContext(context);
        try
        {
            var running = test();
            _ = running.ContinueWith(_ => context._work.CompleteAdding(), TaskScheduler.Default);
            foreach (var (work, state) in context._work.GetConsumingEnumerable())
            {
                work(state);
            }

            running.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }
}
