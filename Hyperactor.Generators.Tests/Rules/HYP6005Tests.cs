namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP6005Tests
{
    private static string Actor(string members) =>
        $$"""
        using System.IO;
        using System.Security.Cryptography;

        public sealed partial class A(Random random, RandomNumberGenerator secrets) : Actor
        {
            {{members}}
            [Handler] void Keep() => _ = (random, secrets);
        }
        """;

    [TestCase("[Handler] void Go() => _ = {|HYP6005:Random.Shared|}.Next();")]
    [TestCase("[Handler] void Go() => _ = new {|HYP6005:Random|}().Next();")]
    [TestCase("[Handler] void Go() { Random r = {|HYP6005:new|}(); _ = r.Next(); }")]
    [TestCase("private readonly Random _random = new {|HYP6005:Random|}(); [Handler] void Go() => _ = _random.Next();")]
    [TestCase("private readonly Random _random = {|HYP6005:Random.Shared|}; [Handler] void Go() => _ = _random.Next();")]
    [TestCase("[Handler] ValueTask<Guid> Go() => new({|HYP6005:Guid.NewGuid|}());")]
    [TestCase("[Handler] ValueTask<string> Go() => new(Name()); private static string Name() => {|HYP6005:Path.GetRandomFileName|}();")]
    [TestCase("[Handler] ValueTask<int> Go() => new({|HYP6005:RandomNumberGenerator.GetInt32|}(5));")]
    [TestCase("[Handler] void Go(List<int> list) => list.Sort((a, b) => {|HYP6005:Guid.NewGuid|}().CompareTo({|HYP6005:Guid.NewGuid|}()));")]
    public async Task Reported(string members) => await RuleRun.Check(Actor(members));

    [TestCase("[Handler] void Go() => _ = random.Next();")]
    [TestCase("private readonly Random _random = new(42); [Handler] void Go() => _ = _random.Next();")]
    [TestCase("[Handler] void Go(int seed) => _ = new Random(seed).Next();")]
    [TestCase("[Handler] void Go(byte[] bytes) => secrets.GetBytes(bytes);")]
    [TestCase("[Handler] ValueTask<Guid> Go() => new(Guid.Empty);")]
    [TestCase("[Handler] ValueTask<Guid> Go(Guid id) => new(id);")]
    [TestCase("[Handler] ValueTask<Guid> Go(string text) => new(Guid.Parse(text));")]
    [TestCase("public static Guid Fresh() => Guid.NewGuid();")]
    [TestCase("private sealed class Inner { public int Next() => Random.Shared.Next(); }")]
    public async Task Not_reported(string members) => await RuleRun.Check(Actor(members));
}
