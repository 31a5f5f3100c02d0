using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hyperactor.Generators.Tests.Incremental;

public sealed class RetentionTests
{
    [Test]
    public void An_earlier_compilation_is_not_kept_alive()
    {
        var (first, driver) = Run();
        for (var i = 0; i < 20 && first.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.That(first.IsAlive, Is.False);
        GC.KeepAlive(driver);
    }

    // Not inlined, so that no local of this method keeps the first compilation.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (WeakReference First, GeneratorDriver Driver) Run()
    {
        var compilation = Compiling.Library(ProtocolTests.ShoppingList, ProtocolTests.ShoppingListActor, ActorTests.Counter);
        var driver = Compiling.Driver().RunGenerators(compilation);
        var next = compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Unrelated;", Compiling.Parse));
        return (new(compilation), driver.RunGenerators(next));
    }
}
