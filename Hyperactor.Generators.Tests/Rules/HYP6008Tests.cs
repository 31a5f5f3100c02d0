namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP6008Tests
{
    private static string Actor(string members) =>
        $$"""
        using System.Collections.Concurrent;
        using System.Collections.Frozen;
        using System.Collections.Immutable;

        public interface ILogger { void Log(string text); }

        public static class Shared
        {
            public static int Count;
            public static readonly int Limit = 5;
            public const int Most = 7;
            public static int Discount { get; set; }
            public static int Fixed { get; } = 3;
            public static int Computed { get => Count; set => Count = value; }
            public static readonly Dictionary<string, int> Table = [];
            public static readonly ConcurrentDictionary<string, int> Cache = new();
            public static readonly int[] Cells = new int[4];
            public static readonly FrozenDictionary<string, int> Frozen = FrozenDictionary<string, int>.Empty;
            public static readonly ImmutableList<int> Items = [];
            public static readonly Lock Gate = new();
            public static ILogger? Log;
        }

        public sealed partial class A : Actor
        {
            {{members}}
        }
        """;

    [TestCase("[Handler] void Go() => {|HYP6008:Shared.Count|}++;")]
    [TestCase("[Handler] ValueTask<int> Go() => new({|HYP6008:Shared.Count|});")]
    [TestCase("[Handler] void Go() => Interlocked.Increment(ref {|HYP6008:Shared.Count|});")]
    [TestCase("[Handler] ValueTask<int> Go() => new({|HYP6008:Shared.Discount|});")]
    [TestCase("[Handler] void Go() => {|HYP6008:Shared.Discount|} = 2;")]
    [TestCase("[Handler] void Go() => {|HYP6008:Shared.Table|}[\"a\"] = 1;")]
    [TestCase("[Handler] void Go() => {|HYP6008:Shared.Table|}.Clear();")]
    [TestCase("[Handler] ValueTask<int> Go() => new({|HYP6008:Shared.Cache|}.GetOrAdd(\"a\", 1));")]
    [TestCase("[Handler] void Go() => {|HYP6008:Shared.Cells|}[1] = 2;")]
    [TestCase("[Handler] void Go() => {|HYP6008:Shared.Cells|}[1]++;")]
    [TestCase("[Handler] void Go() => Add(); private static void Add() => {|HYP6008:Shared.Cache|}.TryAdd(\"a\", 1);")]
    [TestCase("private static int {|HYP6008:Last|}; [Handler] ValueTask<int> Go() => new(++Last);")]
    [TestCase("private static int {|HYP6008:Last|} { get; set; } [Handler] ValueTask<int> Go() => new(++Last);")]
    [TestCase("[ThreadStatic] private static List<int>? {|HYP6008:Buffer|}; [Handler] void Go() => Buffer = [];")]
    [TestCase("private static readonly List<int> Own = []; [Handler] void Go() => {|HYP6008:Own|}.Add(1);")]
    public async Task Reported(string members) => await RuleRun.Check(Actor(members));

    [TestCase("[Handler] ValueTask<int> Go() => new(Shared.Limit + Shared.Most + Shared.Fixed);")]
    [TestCase("[Handler] ValueTask<int> Go() => new(Shared.Table[\"a\"]);")]
    [TestCase("[Handler] ValueTask<bool> Go() => new(Shared.Cache.ContainsKey(\"a\"));")]
    [TestCase("[Handler] ValueTask<int> Go() => new(Shared.Cells[1]);")]
    [TestCase("[Handler] ValueTask<int> Go() => new(Shared.Frozen.Count + Shared.Items.Add(1).Count);")]
    [TestCase("[Handler] void Go() { lock (Shared.Gate) { } }")]
    [TestCase("[Handler] void Go() => Shared.Log?.Log(\"a\");")]
    [TestCase("private const int Most = 3; private static readonly string[] Names = [\"a\"]; [Handler] ValueTask<string> Go() => new(Names[Most]);")]
    [TestCase("private int _own; [Handler] void Go() => _own++;")]
    [TestCase("public static void Reset() => Shared.Count = 0;")]
    [TestCase("private static int Square(int x) => x * x; [Handler] ValueTask<int> Go(int x) => new(Square(x));")]
    [TestCase("[Handler] void Go() => _ = nameof(Shared.Count);")]
    [TestCase("[Handler] void Go() => Thread.CurrentThread.Name ??= \"a\";")]
    [TestCase("[Handler] void Go() => System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.InvariantCulture;")]
    [TestCase("private sealed class Inner { public static int Count; public int Next() => Count++; }")]
    public async Task Not_reported(string members) => await RuleRun.Check(Actor(members));
}
