namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP7009Tests
{
    [TestCase("[Handler] ValueTask<List<int>> All() => new({|HYP7009:_l|});")]
    [TestCase("[Handler] ValueTask<List<int>> All() => ValueTask.FromResult({|HYP7009:_l|});")]
    [TestCase("[Handler] ValueTask<List<int>> All() { return new ValueTask<List<int>>({|HYP7009:_l|}); }")]
    [TestCase("[Handler] async ValueTask<List<int>> All() { await Task.Yield(); return {|HYP7009:_l|}; }")]
    [TestCase("[Handler] ValueTask<IReadOnlyList<int>> All() => new({|HYP7009:_l|});")]
    [TestCase("[Handler] ValueTask<IReadOnlyList<int>> All() => new({|HYP7009:_l|}.AsReadOnly());")]
    [TestCase("[Handler] ValueTask<IEnumerable<int>> All() => new({|HYP7009:_l|}.Where(x => x > 1));")]
    [TestCase("[Handler] ValueTask<ReadOnlyMemory<int>> All() => new({|HYP7009:_a|}.AsMemory());")]
    [TestCase("[Handler] ValueTask<ReadOnlyMemory<int>> All() => new({|HYP7009:_a|});")]
    [TestCase("[Handler] ValueTask<(int, int[])> All() => new((1, {|HYP7009:_a|}));")]
    [TestCase("[Handler] ValueTask<View> All() => new(new View({|HYP7009:_a|}));")]
    [TestCase("[Handler] ValueTask<int[]> All(bool own) => new(own ? {|HYP7009:_a|} : []);")]
    [TestCase("[Handler] ValueTask<Options> All() => new({|HYP7009:_o|});")]
    public async Task Reported(string handler) => await Check(handler);

    [TestCase("[Handler] ValueTask<List<int>> All() => new([.. _l]);")]
    [TestCase("[Handler] ValueTask<int[]> All() => new(_l.ToArray());")]
    [TestCase("[Handler] ValueTask<List<int>> All() => new(new List<int>(_l));")]
    [TestCase("[Handler] ValueTask<List<int>> All() => new(_l.Where(x => x > 1).ToList());")]
    [TestCase("[Handler] ValueTask<int> All() => new(_l.Count);")]
    [TestCase("[Handler] ValueTask<List<int>> All() => new(_still);")]
    [TestCase("[Handler] ValueTask<List<int>> All() => new(_replaced);")]
    [TestCase("[Handler] ValueTask<int[]> All() => new((int[])_a.Clone());")]
    [TestCase("[Handler] ValueTask<System.Collections.Immutable.ImmutableList<int>> All() => new(_frozen);")]
    [TestCase("List<int> Mine() => _l; [Handler] ValueTask<int> All() => new(Mine().Count);")]
    [TestCase("[Handler] ValueTask<int> All() { List<int> Own() { return _l; } return new(Own().Count); }")]
    [TestCase("[Handler] async ValueTask All() { await Task.Yield(); return; }")]
    public async Task Not_reported(string handler) => await Check(handler);

    [Test]
    public async Task Parameter_of_the_class_is_state() => await RuleRun.Check(
        "public sealed partial class A(List<int> all) : Actor { [Handler] void Add(int x) => all.Add(x); [Handler] ValueTask<List<int>> Get() => new({|HYP7009:all|}); }");

    private static async Task Check(string handler) => await RuleRun.Check(
        $$"""
        using System.Linq;
        public sealed record View(int[] Numbers);
        public sealed class Options { public int Level { get; set; } }
        public sealed partial class A : Actor
        {
            readonly List<int> _l = [];
            readonly List<int> _still = [1, 2];
            readonly int[] _a = new int[3];
            readonly Options _o = new();
            List<int> _replaced = [];
            System.Collections.Immutable.ImmutableList<int> _frozen = [];

            [Handler] void Change(int x) { _l.Add(x); _a[0] = x; _o.Level = x; _replaced = [.. _replaced, x]; _frozen = _frozen.Add(x); }
            public override string ToString() => $"{_l}{_a}{_still}{_replaced}{_frozen}{_o}";
            {{handler}}
        }
        """);
}
