using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Tests;

/// <summary>What a model can reach.</summary>
internal static class ObjectGraph
{
    /// <summary>Fails if a symbol, node, tree, location or compilation can be reached: it would keep a compilation alive.</summary>
    public static void RequireNoCompilerObject(object? root) => Visit(root, new(ReferenceEqualityComparer.Instance), []);

    private static void Visit(object? node, HashSet<object> seen, List<string> path)
    {
        if (node is null or string || node.GetType().IsPrimitive || node.GetType().IsEnum || !seen.Add(node))
        {
            return;
        }

        Assert.That(
            node,
            Is.Not.InstanceOf<ISymbol>().And.Not.InstanceOf<SyntaxNode>().And.Not.InstanceOf<SyntaxTree>()
                .And.Not.InstanceOf<Location>().And.Not.InstanceOf<Compilation>().And.Not.InstanceOf<SemanticModel>(),
            string.Join('.', path));
        if (node is Array array)
        {
            foreach (var item in (IEnumerable)array)
            {
                Visit(item, seen, path);
            }

            return;
        }

        for (var type = node.GetType(); type is not null; type = type.BaseType)
        {
            foreach (var field in type.GetFields(
                BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                Visit(field.GetValue(node), seen, [.. path, field.Name]);
            }
        }
    }
}
