namespace Hyperactor.Generators.Tests;

/// <summary>Where actors and messages may stand, and what they may be called.</summary>
public sealed class PlaceTests
{
    [TestCase("""
        public sealed partial class Cache<TKey, TValue> : Actor where TKey : notnull where TValue : class?, new()
        {
            private readonly Dictionary<TKey, TValue?> _values = [];
            /// <summary>Keeps a <typeparamref name="TValue"/>.</summary>
            [Handler] void Put(TKey key, TValue? value = default) => _values[key] = value;
            [Handler] ValueTask<TValue?> Find(TKey key) => new(_values.GetValueOrDefault(key));
            [Handler] ValueTask Clear() => default;
        }
        public sealed partial class Cache : Actor { [Handler] void Put(int key) { } }
        public static class Use
        {
            public static async Task It(Proc proc, ICanCall me)
            {
                ActorHandle<Cache<int, object>> cache = proc.Spawn("cache", new Cache<int, object>());
                cache.Put(me, 1, new object());
                object? found = await cache.FindAsync(me, 1);
                await cache.ClearAsync(me);
            }
        }
        """, TestName = "A generic actor of one process")]
    [TestCase("""
        public partial class Outer<T> where T : struct
        {
            public sealed partial class Inner : Actor { [Handler] void Put(T value) { } }
            public sealed partial class Inner<TMore> : Actor { [Handler] void Put(T value, TMore more) { } }
        }
        public partial class Outer { public sealed partial class Inner : Actor { [Handler] void Put(int value) { } } }
        public sealed partial class OuterInner : Actor { [Handler] void Put(int value) { } }
        public static class Use
        {
            public static void It(ActorHandle<Outer<int>.Inner> a, ActorHandle<Outer<int>.Inner<string>> b, ActorHandle<Outer.Inner> c, ICanSend me)
            {
                a.Put(me, 1);
                b.Put(me, 1, "");
                c.Put(me, 1);
            }
        }
        """, TestName = "Actors nested in generic types, and names that would be the same")]
    [TestCase("""
        public abstract partial class Store<T> : Actor { [Handler] void Put(T value) { } }
        [Export] public sealed partial class Numbers : Store<int> { [Handler] void Clear() { } }
        public static class Use { public static void It(ActorHandle<Numbers> a, ICanSend me) { a.Put(me, 1); a.Clear(me); a.Bind().Clear(me); } }
        """, TestName = "An exported actor that derives from a use of a generic one")]
    [TestCase("""
        namespace @event.@class
        {
            [Named] public sealed partial record @record(int @int, string @params);
            [Export(Spawn = true)] public sealed partial class @namespace(int @new, string @this = "x") : Actor
            {
                [Handler] void @if(string @string, int? @ref, params int[] @params) { }
                [Handler] ValueTask<@record?> @await(@record @record) => new(@record);
                [Handler] void @record(@record @value) { }
            }
            [Handler] public partial interface @interface { void @do(int @while); }
            [Alias(typeof(@interface), typeof(@record))] public partial interface @static;
        }
        """, TestName = "Keywords as names")]
    [TestCase("""
        namespace Samples.Hyperactor
        {
            [Named] public sealed partial record Envelope(int X);
            [Named] public sealed partial record Unit(int X);
            [Named] public readonly partial record struct Fault(int X);
            public sealed class System;
            public sealed class ValueTask;
            [Export(Spawn = true)] public sealed partial class Client(Unit unit) : global::Hyperactor.Actor
            {
                [Handler] void On(Envelope envelope) => _ = unit;
                [Handler] global::System.Threading.Tasks.ValueTask<Unit> Get(Fault fault) => default;
            }
            [Handler] public partial interface Actor { void Go(Unit unit); }
            [Alias(typeof(Envelope), typeof(Actor))] public partial class World;
        }
        """, TestName = "Names of ours")]
    [TestCase("""
        [Export(Spawn = true)] public partial class A(string world, string from, string name, string cancellation, string parameters) : Actor
        {
            [Handler] void Go(int actor, int from, int message, int options, int cancellation, int context, int gang, int world, int name) { }
            [Handler] ValueTask<int> Get(int actor, int from, int message, int options, int cancellation, int context, int gang, int world, int name) => new(actor);
            [Handler] ValueTask Wait(int reader, int writer, int value, int count, int element, int members, int port) => default;
            string All => world + from + name + cancellation + parameters;
        }
        """, TestName = "Parameters that are called as ours are")]
    [TestCase("""
        [Export] public partial class A : Actor
        {
            [Handler] void Send(string text) { }
            [Handler] void Cast(string text) { }
            [Handler] void Stop(string text = "x") { }
            [Handler] void Bind() { }
            [Handler] ValueTask<int> Call(int x) => new(x);
            [Handler] ValueTask<int> Reduce(int x) => new(x);
            [Handler] ValueTask Acknowledge(int x) => default;
            [Handler] void Id() { }
            [Handler] void Status() { }
            [Handler] void Completion() { }
            [Handler] void Size() { }
            [Handler] void Deconstruct(int x) { }
            [Handler] void HandlerTables() { }
        }
        [Named] public struct Sum : IReducer<int> { public static int Combine(int a, int b) => a + b; }
        public static class Use
        {
            public static async Task It(ActorHandle<A> handle, ActorRef<A> any, GangRef<A> gang, ICanCall me)
            {
                handle.Send(me, "x"); handle.Cast(me, "x"); handle.Stop(me); handle.Stop(me, "x"); handle.Bind(me); handle.Id(me);
                handle.Status(me); handle.Completion(me); handle.Size(me); handle.Deconstruct(me, 1);
                int x = await handle.CallAsync(me, 1) + await handle.ReduceAsync(me, 1);
                Unit u = await handle.AcknowledgeAsync(me, 1);
                any.Send(me, "x"); any.Cast(me, "x"); any.Stop(me); any.Bind(me); any.Id(me); any.Deconstruct(me, 1);
                int y = await any.CallAsync(me, 1) + await any.ReduceAsync(me, 1);
                gang.Send(me, "x"); gang.Cast(me, "x"); gang.Stop(me); gang.Bind(me); gang.Id(me); gang.Size(me);
                CastResult<int> z = await gang.CallAsync<Sum>(me, 1);
                CastResult<int> w = await gang.ReduceAsync<Sum>(me, 1);
                CastResult<Unit> v = await gang.AcknowledgeAsync(me, 1);
            }
        }
        """, TestName = "Handlers that are called as members of handles and references are")]
    [TestCase("""
        namespace One { [Export] public partial class A : Actor { [Handler] void Go(int x) { } [Handler] ValueTask<int> Get() => default; } }
        namespace Two { [Export] public partial class A : Actor { [Handler] void Go(int x) { } [Handler] ValueTask<int> Get() => default; } }
        namespace Three
        {
            using One; using Two;
            [Handler] public partial interface IGo { void Go(int x); }
            public static class Use
            {
                public static async Task It(ActorHandle<One.A> one, ActorRef<Two.A> two, ActorRef<IGo> three, GangRef<One.A> four, ICanCall me)
                {
                    one.Go(me, await two.GetAsync(me)); two.Go(me, await one.GetAsync(me)); three.Go(me, 1); four.Go(me, 1);
                }
            }
        }
        """, TestName = "Actors in scope that share the names of methods")]
    [TestCase("""
        [Export] public partial class A : Actor
        {
            [Handler] void Go(int? x, string? text, string[]? more = null, List<string?>? many = null, params int[] numbers) { }
            [Handler] ValueTask<string?> Get(DateTime? when = null, ConsoleColor? color = ConsoleColor.Red) => default;
        }
        [Named] public sealed partial class M(string name)
        {
            public string Name { get; } = name;
            public required int Number { get; init; }
            public string? Note { get; init; }
        }
        [Named] public partial record struct R(int X) { public required string Text { get; set; } }
        """, TestName = "Nullable parameters, required members and primary constructors")]
    [TestCase("""
        [assembly: RegisterType(typeof(Outer<int>.Max<string>)), RegisterType(typeof(Outer<long>.Inner.Deep<string>))]
        public partial class Outer<T>
        {
            [Named("mode")] public enum Mode { On }
            [Named] public sealed partial record M(T Value, Mode Mode, List<T>? More = null);
            [Named] public partial struct P { public int X; }
            public partial struct Inner { [Named("deep")] public sealed partial record Deep<TOther>(T Value, TOther Other, P Where); }
            [Named] public readonly partial struct Max<TOther> : IReducer<T> { public static T Combine(T earlier, T later) => later; }
        }
        public partial class Outer { [Named] public sealed partial record M(int Value); }
        [Export] public sealed partial class A : Actor
        {
            [Handler] void On(Outer<int>.M message) { }
            [Handler] void On(Outer<string>.M message) { }
            [Handler] void On(Outer.M message) { }
            [Handler] ValueTask<Outer<int>.Inner.Deep<Outer<long>.Mode>> Get(Outer<int>.P place) => default;
        }
        """, TestName = "Messages and reducers nested in generic types")]
    public void Compiles(string source) => GeneratorRun.Of(source).Compiles();

    [Test]
    public async Task Uses_of_what_is_nested_in_a_generic_type_have_names_of_their_own()
    {
        var run = GeneratorRun.Of(
            """
            [assembly: RegisterType(typeof(Max<int>))]
            public partial class Outer<T> { [Named] public sealed partial record M(T Value); }
            public partial class Outer { [Named] public sealed partial record M(int Value); }
            [Named] public readonly partial struct Max<T> : IReducer<T> { public static T Combine(T earlier, T later) => later; }
            [Named] public sealed partial record Use(Outer<int>.M One, Outer<string>.M Two, Outer.M Three);
            """).Compiles();
        Assert.That(
            run.Text("Hyperactor.Catalog.g.cs"),
            Does.Contain("new global::Outer<int>.M.MCodec(\"Outer.M<int>\")")
                .And.Contain("new global::Outer<string>.M.MCodec(\"Outer.M<string>\")")
                .And.Contain("new global::Outer.M.MCodec()")
                .And.Contain("Register<int, global::Max<int>>(").And.Contain("\"Max<int>\""));
        Assert.That(await RuleRun.Reports(run.Output), Is.Empty);
    }

    [Test]
    public void A_type_in_several_files_is_one_actor()
    {
        var run = GeneratorRun.Of(
            "[Export] public partial class A : Actor { [Handler] void One() { } }",
            "partial class A { [Handler] void Two() { } }",
            "[Alias(typeof(M))] public partial interface IFront;", "partial interface IFront;", "[Named] public partial record M(int X);").Compiles();
        Assert.That(run.Text("A.Dispatch.g.cs"), Does.Contain("A.One").And.Contain("A.Two"));
    }

    [Test]
    public void Clients_say_what_the_user_wrote()
    {
        var text = GeneratorRun.Of(
            """
            [Export] public partial class A : Actor
            {
                /// <summary>Adds.</summary>
                /// <param name="x">How much.</param>
                /// <returns>The sum.</returns>
                /// <remarks>Never fails.</remarks>
                [Handler] ValueTask<int> Add(int x) => new(x);
            }
            """).Compiles().Text("A.Client.g.cs");
        Assert.That(
            text,
            Does.Contain("<returns>The sum.</returns>").And.Contain("<remarks>Never fails.</remarks>")
                .And.Contain("<param name=\"x\">How much.</param>").And.Contain("Of each: The sum."));
    }
}
