namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP2008Tests
{
    [TestCase("[Named] public partial class M { public List<string> {|HYP2008:Lines|} { get; } = []; }")]
    [TestCase("[Named] public partial class M { public string X { get; set; } = \"\"; public List<string> {|HYP2008:Lines|} { get; } = new(); }")]
    [TestCase("[Named] public partial record M(string X) { public DateTime {|HYP2008:At|} { get; } = DateTime.UtcNow; }")]
    [TestCase("[Named] public partial record M(string X) { public Guid {|HYP2008:Id|} { get; } = Guid.NewGuid(); }")]
    [TestCase("[Named] public partial record M(string X) { public readonly List<string> {|HYP2008:Lines|} = []; }")]
    [TestCase("[Named] public partial class M { public M() { } public M(string id) : this() => Key = id; public string? {|HYP2008:Key|} { get; } }")]
    public async Task Reported(string source) => await RuleRun.Check(source);

    [TestCase("[Named] public partial record M(string X) { public int Length => X.Length; }")]
    [TestCase("[Named] public partial record M(string X) { public string Upper { get; } = X.ToUpperInvariant(); }")]
    [TestCase("[Named] public partial record M(string X) { public string Kind { get; } = \"m\"; }")]
    [TestCase("[Named] public partial class M { public M(string x) { X = x; Length = x.Length; } public string X { get; } public int Length { get; } }")]
    [TestCase("[Named] public partial class M { public List<string> Lines { get; init; } = []; }")]
    [TestCase("[Named] public partial class M { public string X { get; set; } = \"\"; public string Shown { get { return X + X.Length; } } }")]
    [TestCase("[Named] public partial class M { private readonly List<string> _cache = []; public int X { get; set; } public int Cached() => _cache.Count; }")]
    [TestCase("[Named] public partial class M { public static List<string> All { get; } = []; public int X { get; set; } }")]
    [TestCase("public class M { public List<string> Lines { get; } = []; }")]
    [TestCase("[Named] public readonly partial record struct M(int X) { public int Twice => 2 * X; }")]
    public async Task Not_reported(string source) => await RuleRun.Check(source);
}
