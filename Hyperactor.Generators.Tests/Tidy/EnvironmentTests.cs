using System.Reflection;

namespace Hyperactor.Generators.Tests.Tidy;

/// <summary>The library leaves the variables of its process alone: they belong to the program.</summary>
public sealed class EnvironmentTests
{
    private static readonly string Root = Path.GetDirectoryName(
        typeof(EnvironmentTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(a => a.Key == "ProjectDirectory").Value!)!;

    [TestCase("Hyperactor.Core")]
    [TestCase("Hyperactor.Hosting")]
    public void No_variable_is_set(string project)
    {
        var files = Directory.GetFiles(Path.Combine(Root, project), "*.cs", SearchOption.AllDirectories);
        Assert.That(files, Is.Not.Empty);
        Assert.That(
            files.Where(f => File.ReadAllText(f).Contains("SetEnvironmentVariable", StringComparison.Ordinal)), Is.Empty);
    }
}
