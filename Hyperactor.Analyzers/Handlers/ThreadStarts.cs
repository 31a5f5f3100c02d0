using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Hyperactor.Analyzers.Handlers;

/// <summary>HYP6006: what runs beside the handlers, and what leaves the scheduler of the actor.</summary>
internal static class ThreadStarts
{
    private const string Await = "await what it does, or give the work to an actor of its own";
    private const string Send = "let it be done by an actor of its own that sends a message";
    private const string Timer = "await Task.Delay(…, context.Time) in a child, and send a message";
    private const string Stay = "leave it out, so that what follows runs where the actor runs";
    private const string Loop = "write a loop, or spread the work over actors";

    // ConfigureAwaitOptions.ContinueOnCapturedContext
    private const int Captured = 1;

    public static ImmutableArray<Suspect> All { get; } =
    [
        Of("System.Threading.Tasks", "Task", "Run", Await),
        Of("System.Threading.Tasks", "Task", "ContinueWith", "await the task and go on behind the await"),
        Of("System.Threading.Tasks", "TaskFactory", "StartNew", Await),
        Of("System.Threading", "Thread", ".ctor", Send),
        Of("System.Threading", "ThreadPool", "QueueUserWorkItem", Send),
        Of("System.Threading", "ThreadPool", "UnsafeQueueUserWorkItem", Send),
        Of("System.Threading", "ThreadPool", "RegisterWaitForSingleObject", Send),
        Of("System.ComponentModel", "BackgroundWorker", ".ctor", Send),
        Of("System.Threading", "Timer", ".ctor", Timer),
        Of("System.Timers", "Timer", ".ctor", Timer),
        Of("System", "TimeProvider", "CreateTimer", Timer),
        Of("System.Threading.Tasks", "Parallel", "For", Loop),
        Of("System.Threading.Tasks", "Parallel", "ForEach", Loop),
        Of("System.Threading.Tasks", "Parallel", "Invoke", Loop),
        Of("System.Threading.Tasks", "Parallel", "ForAsync", Loop),
        Of("System.Threading.Tasks", "Parallel", "ForEachAsync", Loop),
        Of("System.Linq", "ParallelEnumerable", "AsParallel", Loop),
        Of("System.Threading.Tasks", "Task", "ConfigureAwait", Stay, StaysOnContext),
        Of("System.Threading.Tasks", "ValueTask", "ConfigureAwait", Stay, StaysOnContext),
        Of("System.Threading.Tasks", "TaskAsyncEnumerableExtensions", "ConfigureAwait", Stay, StaysOnContext),
    ];

    private static Suspect Of(
        string @namespace, string type, string member, string remedy, Func<IOperation, bool>? isFine = null) =>
        new(HandlerDescriptors.StartsThreads, @namespace, type, member, remedy, isFine);

    private static bool StaysOnContext(IOperation operation) => operation is IInvocationOperation call
        && !call.Arguments.Any(static a => a.Value.ConstantValue is { HasValue: true, Value: false }
            || a.Value.ConstantValue is { HasValue: true, Value: int options } && (options & Captured) == 0);
}
