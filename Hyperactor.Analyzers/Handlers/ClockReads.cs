using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Hyperactor.Analyzers.Handlers;

/// <summary>HYP6004: time that does not come from the context.</summary>
internal static class ClockReads
{
    private const string Now = "ask context.Time for it";
    private const string Measure = "use GetTimestamp and GetElapsedTime of context.Time";
    private const string Limit = "create the source with the limit and context.Time";
    private const string Pass = "pass context.Time";

    public static ImmutableArray<Suspect> All { get; } =
    [
        Of("System", "DateTime", "Now", Now),
        Of("System", "DateTime", "UtcNow", Now),
        Of("System", "DateTime", "Today", Now),
        Of("System", "DateTimeOffset", "Now", Now),
        Of("System", "DateTimeOffset", "UtcNow", Now),
        Of("System", "Environment", "TickCount", Measure),
        Of("System", "Environment", "TickCount64", Measure),
        Of("System", "TimeProvider", "System", "use context.Time"),
        Of("System.Diagnostics", "Stopwatch", "StartNew", Measure),
        Of("System.Diagnostics", "Stopwatch", "GetTimestamp", Measure),
        Of("System.Diagnostics", "Stopwatch", "GetElapsedTime", Measure),
        Of("System.Diagnostics", "Stopwatch", ".ctor", Measure),
        Of("System.Threading.Tasks", "Task", "Delay", Pass, IsTimed),
        Of("System.Threading.Tasks", "Task", "WaitAsync", Pass, IsTimed),
        Of("System.Threading", "PeriodicTimer", ".ctor", Pass, IsTimed),
        Of("System.Threading", "CancellationTokenSource", ".ctor", Pass, IsTimed),
        Of("System.Threading", "CancellationTokenSource", "CancelAfter", Limit, IsOfTimedSource),
    ];

    private static Suspect Of(
        string @namespace, string type, string member, string remedy, Func<IOperation, bool>? isFine = null) =>
        new(HandlerDescriptors.ReadsClock, @namespace, type, member, remedy, isFine);

    // It was given a clock, or no time at all.
    private static bool IsTimed(IOperation operation)
    {
        var arguments = operation switch
        {
            IInvocationOperation call => call.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            _ => [],
        };
        return arguments.Any(static a => a.Parameter?.Type is { Name: "TimeProvider" })
            || !arguments.Any(static a => a.Parameter
                is { Ordinal: 0, Type: { Name: "TimeSpan" } or { SpecialType: SpecialType.System_Int32 } })
            || arguments.Any(static a => IsEndless(a.Value.Bare()));
    }

    private static bool IsEndless(IOperation span) => span is { ConstantValue: { HasValue: true, Value: -1 or 0 } }
        or IFieldReferenceOperation { Field.Name: "Infinite" or "InfiniteTimeSpan" or "Zero" };

    // A source keeps the clock that it was created with, if it was created with a time.
    private static bool IsOfTimedSource(IOperation operation)
    {
        if (operation is not IInvocationOperation { Instance: { } source } call)
        {
            return false;
        }

        if (call.Arguments.Any(static a => IsEndless(a.Value.Bare())))
        {
            return true;
        }

        return source.Bare() is ILocalReferenceOperation { Local: var local }
            && operation.Root().Descendants().OfType<IVariableDeclaratorOperation>().Any(d =>
                d.Symbol.Same(local)
                && d.Initializer?.Value.Bare() is IObjectCreationOperation made
                && made.Arguments.Any(static a => a.Parameter?.Type is { Name: "TimeProvider" }));
    }
}
