using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Hyperactor.Analyzers.Sends;

/// <summary>Looks at what may run after an operation, along all paths of its method; loops once.</summary>
internal static class FlowSearch
{
    /// <summary>What a visitor makes of a statement.</summary>
    public enum Step
    {
        /// <summary>Nothing; look on.</summary>
        Go,

        /// <summary>What is looked for does not matter beyond it.</summary>
        Stop,

        /// <summary>This is it.</summary>
        Found,
    }

    /// <summary>The first statement after a place at which the visitor finds what it looks for.</summary>
    /// <param name="graph">The graph of the method.</param>
    /// <param name="from">The syntax of the operation to begin after; one in a lambda is not found.</param>
    /// <param name="visit">Looks at a statement, or at the condition that ends a block.</param>
    public static IOperation? After(ControlFlowGraph graph, SyntaxNode from, Func<IOperation, Step> visit)
    {
        foreach (var block in graph.Blocks)
        {
            var statements = Statements(block).ToList();
            var index = statements.FindIndex(s => s.Syntax.Span.Contains(from.Span) && s.DescendantsAndSelf().Any(o => o.Syntax == from));
            if (index >= 0)
            {
                return Search(graph, block, statements.Skip(index + 1), visit);
            }
        }

        return null;
    }

    private static IOperation? Search(
        ControlFlowGraph graph, BasicBlock start, IEnumerable<IOperation> rest, Func<IOperation, Step> visit)
    {
        var seen = new HashSet<int>();
        var waiting = new Stack<(BasicBlock Block, IEnumerable<IOperation> Statements)>();
        waiting.Push((start, rest));
        while (waiting.Count > 0)
        {
            var (block, statements) = waiting.Pop();
            var (step, at) = Visit(statements, visit);
            if (step == Step.Found)
            {
                return at;
            }

            if (step == Step.Stop)
            {
                continue;
            }

            foreach (var next in Next(graph, block))
            {
                if (seen.Add(next.Ordinal))
                {
                    waiting.Push((next, Statements(next)));
                }
            }
        }

        return null;
    }

    private static (Step Step, IOperation? At) Visit(IEnumerable<IOperation> statements, Func<IOperation, Step> visit)
    {
        foreach (var statement in statements)
        {
            if (visit(statement) is not Step.Go and var step)
            {
                return (step, statement);
            }
        }

        return (Step.Go, null);
    }

    private static IEnumerable<BasicBlock> Next(ControlFlowGraph graph, BasicBlock block)
    {
        foreach (var branch in new[] { block.FallThroughSuccessor, block.ConditionalSuccessor })
        {
            if (branch is null)
            {
                continue;
            }

            foreach (var region in branch.FinallyRegions)
            {
                yield return graph.Blocks[region.FirstBlockOrdinal];
            }

            if (branch.Destination is { } destination)
            {
                yield return destination;
            }
        }
    }

    private static IEnumerable<IOperation> Statements(BasicBlock block) =>
        block.BranchValue is { } value ? block.Operations.Append(value) : block.Operations;
}
