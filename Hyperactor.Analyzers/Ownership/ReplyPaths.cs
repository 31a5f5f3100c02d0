using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Hyperactor.Analyzers.Ownership;

/// <summary>
/// What becomes of a port on the paths through a handler. Forward, over its graph of blocks; loops once. Two conditions with
/// the same words are taken for the same condition, so that a path on which both outcomes are taken is none.
/// </summary>
internal sealed class ReplyPaths(ControlFlowGraph graph, ReplyPort port)
{
    private const int StepsMax = 2_000;

    private readonly HashSet<CaptureId> _captures = [.. Captures(graph, port)];
    private readonly Dictionary<int, bool> _handled = [];

    /// <summary>Whether a path reaches the normal end without the port having been used.</summary>
    public bool CanEndWithout()
    {
        if (IsExhaustive())
        {
            return false;
        }

        var repeated = Repeated();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<(BasicBlock Block, ImmutableSortedDictionary<string, bool> Known)>();
        waiting.Push((graph.Blocks[0], ImmutableSortedDictionary.Create<string, bool>(StringComparer.Ordinal)));
        for (var step = 0; waiting.Count > 0; step++)
        {
            var (block, known) = waiting.Pop();
            if (step > StepsMax || block.Kind == BasicBlockKind.Exit)
            {
                return step <= StepsMax;
            }

            if (!seen.Add(block.Ordinal + string.Concat(known.Select(static k => $"|{k.Key}={k.Value}"))))
            {
                continue;
            }

            foreach (var caught in Handlers(block))
            {
                waiting.Push((caught, known));
            }

            if (IsHandled(block))
            {
                continue;
            }

            foreach (var branch in new[] { block.FallThroughSuccessor, block.ConditionalSuccessor })
            {
                if (branch?.Destination is { } next && !branch.FinallyRegions.Any(IsHandledIn)
                    && Assume(block, branch, known, repeated) is { } then)
                {
                    waiting.Push((next, then));
                }
            }
        }

        return false;
    }

    /// <summary>The sends that come when all paths to them have sent already.</summary>
    public IEnumerable<IOperation> SentAgain()
    {
        // Per block what may hold when it begins: 1 nothing was sent, 2 it was.
        var begins = new int[graph.Blocks.Length];
        begins[0] = 1;
        var waiting = new Queue<BasicBlock>([graph.Blocks[0]]);
        while (waiting.Count > 0)
        {
            var block = waiting.Dequeue();
            var ends = Sends(block).Any() ? 2 : begins[block.Ordinal];
            var successors = new[] { block.FallThroughSuccessor?.Destination, block.ConditionalSuccessor?.Destination }
                .Select(b => (Block: b, State: ends))
                .Concat(Handlers(block).Select(b => ((BasicBlock?)b, State: begins[block.Ordinal] | ends)));
            foreach (var (next, state) in successors)
            {
                if (next is not null && (begins[next.Ordinal] | state) != begins[next.Ordinal])
                {
                    begins[next.Ordinal] |= state;
                    waiting.Enqueue(next);
                }
            }
        }

        return graph.Blocks.SelectMany(b => Sends(b).Skip(begins[b.Ordinal] == 2 ? 0 : 1));
    }

    // A switch that names every case has no other path, though the graph has one.
    private bool IsExhaustive()
    {
        foreach (var choice in graph.OriginalOperation.Descendants().OfType<ISwitchOperation>())
        {
            var clauses = choice.Cases.SelectMany(static c => c.Clauses).ToList();
            if (clauses.Any(static c => c.CaseKind == CaseKind.Default))
            {
                continue;
            }

            var isComplete = choice.Value.Type is { TypeKind: TypeKind.Enum } type
                ? clauses.Count >= type.GetMembers().OfType<IFieldSymbol>().Count(static f => f.HasConstantValue)
                : clauses.All(static c => c is IPatternCaseClauseOperation
                {
                    Guard: null, Pattern: IDeclarationPatternOperation or ITypePatternOperation or IRecursivePatternOperation,
                });
            if (isComplete || choice.Value.Type?.SpecialType == SpecialType.System_Boolean)
            {
                return true;
            }
        }

        return false;
    }

    // What holds on a branch; null if it cannot be taken, given what held before.
    private static ImmutableSortedDictionary<string, bool>? Assume(
        BasicBlock block, ControlFlowBranch branch, ImmutableSortedDictionary<string, bool> known, HashSet<string> repeated)
    {
        if (block.ConditionKind == ControlFlowConditionKind.None || block.BranchValue is not { } value)
        {
            return known;
        }

        var isTaken = branch.IsConditionalSuccessor == (block.ConditionKind == ControlFlowConditionKind.WhenTrue);
        if (value.ConstantValue.Value is bool constant)
        {
            return constant == isTaken ? known : null;
        }

        var (words, isTrue) = Condition(value);
        if (!repeated.Contains(words))
        {
            return known;
        }

        var holds = isTaken == isTrue;
        return !known.TryGetValue(words, out var before) ? known.Add(words, holds) : before == holds ? known : null;
    }

    private HashSet<string> Repeated() =>
    [
        .. graph.Blocks.Where(static b => b.ConditionKind != ControlFlowConditionKind.None && b.BranchValue is not null)
            .GroupBy(static b => Condition(b.BranchValue!).Words).Where(static g => g.Count() > 1).Select(static g => g.Key),
    ];

    // "!x", "x is not null" and "x != null" are the other outcome of "x", "x is null" and "x == null".
    private static (string Words, bool IsTrue) Condition(IOperation value)
    {
        var isTrue = true;
        value = value.Inner();
        while (value is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not)
        {
            isTrue = !isTrue;
            value = not.Operand.Inner();
        }

        var words = value.Syntax.ToString();
        foreach (var (no, yes) in new[] { (" is not ", " is "), (" != ", " == ") })
        {
            if (words.Contains(no))
            {
                return (words.Replace(no, yes), !isTrue);
            }
        }

        return (words, isTrue);
    }

    // Where an exception in this block may be caught. Who is cancelled owes nothing: its actor ends.
    private IEnumerable<BasicBlock> Handlers(BasicBlock block)
    {
        if (block.Operations.IsEmpty && block.BranchValue is null)
        {
            yield break;
        }

        for (var region = block.EnclosingRegion; region is not null; region = region.EnclosingRegion)
        {
            if (region is not { Kind: ControlFlowRegionKind.Try, EnclosingRegion: { Kind: ControlFlowRegionKind.TryAndCatch } all })
            {
                continue;
            }

            foreach (var handler in all.NestedRegions)
            {
                var type = handler.ExceptionType ?? handler.NestedRegions.Select(static r => r.ExceptionType).FirstOrDefault();
                if (handler.Kind != ControlFlowRegionKind.Try && type?.Name is not ("OperationCanceledException" or "TaskCanceledException"))
                {
                    yield return graph.Blocks[handler.FirstBlockOrdinal];
                }
            }
        }
    }

    private bool IsHandledIn(ControlFlowRegion region)
    {
        for (var i = region.FirstBlockOrdinal; i <= region.LastBlockOrdinal; i++)
        {
            if (IsHandled(graph.Blocks[i]))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsHandled(BasicBlock block)
    {
        if (!_handled.TryGetValue(block.Ordinal, out var handled))
        {
            handled = All(block).Any(IsUsed);
            _handled.Add(block.Ordinal, handled);
        }

        return handled;
    }

    // A port that is only looked at is not used; whatever else is done with it, or with what holds it, may answer.
    private bool IsUsed(IOperation operation)
    {
        if (operation is IFlowAnonymousFunctionOperation or IInvocationOperation { TargetMethod.MethodKind: MethodKind.LocalFunction }
            or IMethodReferenceOperation { Method.MethodKind: MethodKind.LocalFunction })
        {
            return Mentions(operation);
        }

        if (port.Is(operation))
        {
            return !IsLookedAt(operation.Outer());
        }

        return port.Member is not null && port.IsParameter(operation)
            && operation.Outer() is var holder && holder.Parent is not IMemberReferenceOperation && !IsLookedAt(holder);
    }

    private static bool IsLookedAt(IOperation value) => value.Parent switch
    {
        IPropertyReferenceOperation { Property.Name: "Reducer" } => true,
        IInvocationOperation { TargetMethod.Name: "ToString" or "Equals" or "GetHashCode" } call => call.Instance == value,
        IInterpolationOperation or IBinaryOperation or IIsNullOperation => true,
        IIsPatternOperation { Pattern: IConstantPatternOperation or INegatedPatternOperation } => true,
        _ => false,
    };

    // The graph of a lambda is one of its own; its words are enough.
    private bool Mentions(IOperation function)
    {
        var symbol = function switch
        {
            IFlowAnonymousFunctionOperation anonymous => anonymous.Symbol,
            IInvocationOperation call => call.TargetMethod,
            _ => ((IMethodReferenceOperation)function).Method,
        };
        return graph.OriginalOperation.Descendants().Any(o => o switch
        {
            IAnonymousFunctionOperation a => SymbolEqualityComparer.Default.Equals(a.Symbol, symbol) && a.Descendants().Any(port.IsParameter),
            ILocalFunctionOperation l => SymbolEqualityComparer.Default.Equals(l.Symbol, symbol) && l.Descendants().Any(port.IsParameter),
            _ => false,
        });
    }

    private IEnumerable<IOperation> Sends(BasicBlock block) => All(block).OfType<IInvocationOperation>().Where(c =>
        c.TargetMethod.Name == "Send"
        && (c.Instance ?? c.Arguments.FirstOrDefault()?.Value)?.Inner() is { } target
        && (port.Is(target) || target is IFlowCaptureReferenceOperation capture && _captures.Contains(capture.Id)));

    // Where an argument has a choice in it, the port is put aside first.
    private static IEnumerable<CaptureId> Captures(ControlFlowGraph graph, ReplyPort port) => graph.Blocks.SelectMany(All)
        .OfType<IFlowCaptureOperation>().Where(c => port.Is(c.Value.Inner())).Select(static c => c.Id);

    private static IEnumerable<IOperation> All(BasicBlock block) =>
        (block.BranchValue is { } value ? block.Operations.Append(value) : block.Operations).SelectMany(static o => o.DescendantsAndSelf());
}
