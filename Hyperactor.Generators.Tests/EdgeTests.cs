namespace Hyperactor.Generators.Tests;

/// <summary>What must compile without a warning, whatever its text.</summary>
public sealed class EdgeTests
{
    [TestCase("""
        internal enum Mode { On }
        [Named] internal sealed partial record Secret(string X);
        [Export(Spawn = true)] public partial class A : Actor
        {
            internal A(Mode mode) { }
            [Handler] void Set(Mode mode) { }
            [Handler] void On(Secret secret) { }
            [Handler] ValueTask<Mode[]> Get() => default;
            [Handler] void Open(int x) { }
        }
        """, TestName = "Internal types keep clients internal")]
    [TestCase("[Export] public partial class A : Actor;", TestName = "An actor without handlers")]
    [TestCase("""
        #nullable disable
        [Named] public partial class M { public string Text { get; set; } public List<string> Items { get; set; } }
        [Export] public partial class A : Actor { [Handler] void Add(string text, List<M> ms) { } [Handler] ValueTask<string> Get() => default; }
        """, TestName = "Code without annotations")]
    [TestCase("""
        [Named, Bind, Unbind] public partial struct M { [Include] public PortRef<int> Reply { get; init; } public string? Text; }
        [Named, Bind, Unbind] public partial record N([property: Include] OncePortRef<M>? Reply) { [Include] public M[]? More { get; init; } }
        """, TestName = "Included members of any form")]
    [TestCase("""
        [Handler] public partial interface I
        {
            void A(int x);
            [Handler(Name = "Renamed")] ValueTask BAsync(Context cx, int? x = null);
            static int Helper() => 1;
            int Property => 2;
        }
        public partial class Outer { [Handler] internal partial interface I { ValueTask<I2?> Get(); } [Named] internal partial record I2(string X); }
        """, TestName = "Protocols with more than methods, and nested ones")]
    [TestCase("""
        public partial class Outer
        {
            public partial class A : Actor { [Handler] void Go(Func<int> f) { } }
            public sealed partial class B : A { [Handler] ValueTask<int> Stay(object o) => default; }
            [Export] public partial class C : A { [Handler] void Go(int x) { } }
        }
        """, TestName = "Actors that derive from one that is not exported")]
    [TestCase("""
        [Export] public abstract partial class Worker : Actor { [Handler] void Ping() { } }
        public abstract class Plain : Worker;
        [Export] public partial class Special : Plain { [Handler] void Ping(int x) { } }
        public static class Use { public static void It(ActorHandle<Special> a, ICanSend me) { a.Ping(me); a.Ping(me, 1); } }
        """, TestName = "Actors with a plain class between them")]
    [TestCase("""
        /// <summary>Says &lt;b&gt; and <see cref="Missing"/> &amp; <paramref name="x"/>. A very long summary that goes on and on, until it has to be broken into several lines, because it is long.</summary>
        [Export] public partial class A : Actor
        {
            /// <summary>Uses <typeparamref name="T"/> and <see cref="A"/>; <c>a &lt; b</c>.</summary>
            /// <param name="x">First.</param>
            [Handler] void Go(int x, string actor, string cancellation, string options) { }
            /// <not closed
            [Handler] ValueTask<int> Stay(string from) => default;
        }
        """, TestName = "Comments of every kind")]
    [TestCase("""
        namespace Hyperactor.Other { [Named] public partial record Unit(string X); }
        namespace System.Mine { [Named] public partial record ValueTask(string X); [Export] public partial class Context : Actor { [Handler] void On(ValueTask t) { } } }
        """, TestName = "Names that the framework uses too")]
    public void Compiles(string source) => GeneratorRun.Of(source).Compiles();
}
