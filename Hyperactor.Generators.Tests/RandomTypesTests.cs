using System.Runtime.Loader;

namespace Hyperactor.Generators.Tests;

/// <summary>Messages of random shapes: what is generated for them compiles, and carries random values.</summary>
public sealed class RandomTypesTests
{
    private const int Types = 40;
    private const int Values = 100;

    [Test]
    public async Task Values_of_random_types_survive_both_encodings([Range(1, 6)] int seed)
    {
        var source = new RandomTypes(seed).Write(Types);
        var run = GeneratorRun.Of(Compiling.Create("Shapes" + seed, false, [], source)).Compiles();
        Assert.That(await RuleRun.Reports(run.Output), Is.Empty, source);
        var load = new AssemblyLoadContext(null, isCollectible: true);
        try
        {
            var check = load.LoadFromStream(new MemoryStream(Compiling.Image(run.Output)))
                .GetType($"Shapes{seed}.All")!.GetMethod("Run")!.CreateDelegate<Func<Random, IEnumerable<string?>>>();
            for (var i = 0; i < Values; i++)
            {
                Assert.That(check(new Random(i)), Is.All.Null, $"types of seed {seed}, value {i}");
            }
        }
        finally
        {
            load.Unload();
        }
    }
}
