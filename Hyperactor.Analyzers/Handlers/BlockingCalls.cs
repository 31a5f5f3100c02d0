using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Hyperactor.Analyzers.Handlers;

/// <summary>HYP6001: what makes a thread wait.</summary>
internal static class BlockingCalls
{
    private const string AwaitTask = "await the task";
    private const string AwaitGate = "send a message when it is time, or await its WaitAsync";
    private const string NoGate = "an actor needs no gate for its own state, and others can send it a message";
    private const string AwaitDelay = "await Task.Delay(…, context.Time)";
    private const string NoQueue = "await a channel, or let the items be sent to the actor";
    private const string NoConsole = "read it in the program and send it to the actor";

    private static readonly ImmutableHashSet<string> States =
        ["IsCompleted", "IsCompletedSuccessfully", "IsFaulted", "IsCanceled", "Status"];

    public static ImmutableArray<Suspect> All { get; } =
    [
        Of("System.Threading.Tasks", "Task", "Result", AwaitTask, IsKnownComplete),
        Of("System.Threading.Tasks", "ValueTask", "Result", AwaitTask, IsKnownComplete),
        Of("System.Threading.Tasks", "Task", "Wait", AwaitTask, IsKnownCompleteOrPolled),
        Of("System.Threading.Tasks", "Task", "WaitAll", "await Task.WhenAll", IsKnownCompleteOrPolled),
        Of("System.Threading.Tasks", "Task", "WaitAny", "await Task.WhenAny", IsKnownCompleteOrPolled),
        Of("System.Runtime.CompilerServices", "TaskAwaiter", "GetResult", AwaitTask, IsKnownComplete),
        Of("System.Runtime.CompilerServices", "ValueTaskAwaiter", "GetResult", AwaitTask, IsKnownComplete),
        Of("System.Runtime.CompilerServices", "ConfiguredTaskAwaiter", "GetResult", AwaitTask, IsKnownComplete),
        Of("System.Runtime.CompilerServices", "ConfiguredValueTaskAwaiter", "GetResult", AwaitTask, IsKnownComplete),
        Of("System.Threading.Tasks", "TaskAsyncEnumerableExtensions", "ToBlockingEnumerable", "write await foreach"),
        Of("System.Threading", "Thread", "Sleep", AwaitDelay, IsPolled),
        Of("System.Threading", "Thread", "Join", "let the thread send a message when it ends", IsPolled),
        Of("System.Threading", "SpinWait", "SpinUntil", "let the actor be sent a message when it is so", IsPolled),
        Of("System.Threading", "WaitHandle", "WaitOne", NoGate, IsPolled),
        Of("System.Threading", "WaitHandle", "WaitAll", NoGate, IsPolled),
        Of("System.Threading", "WaitHandle", "WaitAny", NoGate, IsPolled),
        Of("System.Threading", "WaitHandle", "SignalAndWait", NoGate),
        Of("System.Threading", "Monitor", "Wait", NoGate, IsPolled),
        Of("System.Threading", "ManualResetEventSlim", "Wait", NoGate, IsPolled),
        Of("System.Threading", "CountdownEvent", "Wait", NoGate, IsPolled),
        Of("System.Threading", "Barrier", "SignalAndWait", NoGate, IsPolled),
        Of("System.Threading", "SemaphoreSlim", "Wait", AwaitGate, IsPolled),
        Of("System.Collections.Concurrent", "BlockingCollection", "Take", NoQueue),
        Of("System.Collections.Concurrent", "BlockingCollection", "GetConsumingEnumerable", NoQueue),
        Of("System", "Console", "ReadLine", NoConsole),
        Of("System", "Console", "ReadKey", NoConsole),
        Of("System", "Console", "Read", NoConsole),
        Of("System.Diagnostics", "Process", "WaitForExit", "await WaitForExitAsync", IsPolled),
        Of("System.Net.Http", "HttpClient", "Send", "await SendAsync"),
    ];

    private static Suspect Of(
        string @namespace, string type, string member, string remedy, Func<IOperation, bool>? isFine = null) =>
        new(HandlerDescriptors.Blocks, @namespace, type, member, remedy, o => o.IsElsewhere() || isFine?.Invoke(o) == true);

    private static bool IsKnownCompleteOrPolled(IOperation operation) => IsPolled(operation) || IsKnownComplete(operation);

    // A limit of zero looks, and does not wait.
    private static bool IsPolled(IOperation operation) =>
        operation is IInvocationOperation call && call.Arguments.Any(static a => a.Value.Bare()
            is { ConstantValue: { HasValue: true, Value: 0 } }
            or IFieldReferenceOperation { Field: { Name: "Zero", ContainingType.Name: "TimeSpan" } });

    // A task that was awaited, or asked whether it is complete, was thought about: what it gives is there.
    private static bool IsKnownComplete(IOperation operation)
    {
        var sources = operation switch
        {
            IInvocationOperation { Instance: null } all => all.Arguments.Select(static a => a.Value),
            IInvocationOperation call => [call.Instance!],
            IPropertyReferenceOperation { Instance: { } task } => [task],
            _ => [],
        };
        return sources.Any() && sources.All(s => IsMadeComplete(s.Bare()) || Variables(s).Any(v => IsLookedAt(v, s)));
    }

    private static bool IsMadeComplete(IOperation task) => task switch
    {
        IInvocationOperation { TargetMethod: { Name: "FromResult" or "FromException" or "FromCanceled" } made } =>
            made.ReturnType.IsTask(),
        IInvocationOperation { Instance: { } inner, TargetMethod.Name: "AsTask" or "GetAwaiter" or "ConfigureAwait" } =>
            IsMadeComplete(inner.Bare()),
        IPropertyReferenceOperation { Property: { Name: "CompletedTask" } made } => made.Type.IsTask(),
        _ => false,
    };

    private static IEnumerable<ISymbol> Variables(IOperation source)
    {
        foreach (var operation in source.DescendantsAndSelf())
        {
            if (operation.Variable() is not { } variable || !operation.Type.HoldsTasks())
            {
                continue;
            }

            yield return variable;

            // One of several tasks: what was looked at may be all of them.
            foreach (var outer in Origins(variable, source))
            {
                yield return outer;
            }
        }
    }

    private static IEnumerable<ISymbol> Origins(ISymbol variable, IOperation source)
    {
        IOperation? origin = null;
        if (variable is IParameterSymbol && source.Lambda() is { } lambda && variable.ContainingSymbol.Same(lambda.Symbol))
        {
            origin = lambda.Around<IInvocationOperation>();
        }
        else if (source.Around<IForEachLoopOperation>() is { } loop && loop.Locals.Any(l => l.Same(variable)))
        {
            origin = loop.Collection;
        }

        return origin is null
            ? []
            : origin.DescendantsAndSelf().Where(static o => o.Type.HoldsTasks()).Select(static o => o.Variable()).OfType<ISymbol>();
    }

    private static bool IsLookedAt(ISymbol task, IOperation before) =>
        task is IParameterSymbol && before.Lambda()?.Around<IInvocationOperation>() is { TargetMethod.Name: "ContinueWith" }
        || before.Root().Descendants().Any(o => o.Syntax.Span.End <= before.Syntax.SpanStart && o switch
        {
            IAwaitOperation wait => wait.Operation.Reads(task),
            IInvocationOperation { TargetMethod.Name: "Wait" or "WaitAll" } wait => wait.Reads(task),
            IPropertyReferenceOperation asked when States.Contains(asked.Property.Name) => Asked(asked)?.Reads(task) == true,
            _ => false,
        });

    // task.IsCompleted, or task is { IsCompleted: true }
    private static IOperation? Asked(IPropertyReferenceOperation state) =>
        state.Instance is null or IInstanceReferenceOperation ? state.Around<IIsPatternOperation>()?.Value : state.Instance;
}
