using System.Diagnostics;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Tests;

public sealed class InstrumentTests
{
    private const string Shapes =
        """
        namespace Samples;

        public sealed class Shop(int stock)
        {
            public static int Opened;

            [Instrument] public static int Open(string name, CancellationToken cancellation = default) => ++Opened;
            [Instrument(Skip = [nameof(card)])] public async Task<string?> PayAsync(decimal amount, string card) { await Task.Yield(); return card[..1]; }
            [Instrument] internal Task CloseAsync(string? why = null) => Task.CompletedTask;
            [Instrument] public async ValueTask WaitAsync(int times) { for (; times > 0; times--) { await Task.Yield(); } }
            [Instrument] public ValueTask<(int Count, string[] Names)> CountAsync() => new((stock, ["a"]));
            [Instrument(Infallible = true)] public void Sell(params int[] items) => stock -= items.Length;
            [Instrument] public void Throw(string @class) => throw new InvalidOperationException(@class);
        }
        """;

    private const string Calls =
        """
        namespace Samples;

        public static class Customer
        {
            public static async Task Main()
            {
                var shop = new Shop(3);
                Shop.Open("here");
                Shop.Open(cancellation: default, name: "there");
                _ = await shop.PayAsync(3, "1234");
                await shop.CloseAsync();
                await shop.WaitAsync(2);
                _ = (await shop.CountAsync()).Names;
                shop.Sell(1, 2);
                shop?.Sell();
                try { shop!.Throw("boom"); } catch (InvalidOperationException) { }
            }
        }
        """;

    [Test]
    public void Handlers_are_traced_where_they_are_dispatched() => Snapshot.Verify(GeneratorRun.Of(
        """
        namespace Samples;

        [Named] public sealed partial record Note(string Text);

        [Handler, Instrument] public partial interface IShop { ValueTask<int> Count(string what); }

        [Export(typeof(IShop))]
        public partial class Shop : Actor, IShop
        {
            [Instrument(Skip = [nameof(card)])] [Handler] void Pay(Context cx, long amount, string card) { }
            [Instrument] [Handler] ValueTask On(Note note) => default;
            [Instrument(Infallible = true)] [Handler] ValueTask SaveAsync(string path, CancellationToken stopping) => default;
            [Instrument] [Handler] ValueTask<string?> Find(int @class) => default;
            [Handler] void Plain(int x) { }
            public ValueTask<int> Count(string what) => new(what.Length);
        }
        """).Compiles());

    [Test]
    public void Calls_of_methods_are_redirected()
    {
        var run = GeneratorRun.Of(Shapes, Calls).Compiles();
        Compiling.Image(run.Output);
        Snapshot.Verify(run);
    }

    [Test]
    public void An_attribute_on_an_actor_means_its_handlers()
    {
        var text = GeneratorRun.Of(
            """
            [Export, Instrument] public partial class Shop : Actor
            {
                [Handler] void Add(int x) => Helper(x);
                [Handler] ValueTask<int> Get() => new(1);
                public void Helper(int x) { }
            }
            """).Compiles().Text("Shop.Dispatch.g.cs");
        Assert.That(text, Does.Contain("\"Shop/Add\"").And.Contain("\"Shop/Get\"").And.Not.Contain("Helper"));
    }

    [Test]
    public void The_attribute_of_a_method_comes_before_that_of_its_protocol_and_of_its_actor()
    {
        var text = GeneratorRun.Of(
            """
            [Handler, Instrument] public partial interface IOne { void Go(string a, string b); void Stay(string a); }
            [Export(typeof(IOne)), Instrument(Infallible = true)] public partial class One : Actor, IOne
            {
                [Instrument(Skip = [nameof(b)])] public void Go(string a, string b) { }
                public void Stay(string a) { }
            }
            """).Compiles().Text("One.Dispatch.g.cs");
        Assert.That(text, Does.Not.Contain("scope.Tag(\"b\""));
        Assert.That(text.Split("scope.Fail"), Has.Length.EqualTo(3));
    }

    [TestCase("public static class C { [Instrument] public static void M<T>(T x) where T : class, new() { } }", "C.M(new object());")]
    [TestCase("public class C<T> where T : struct { [Instrument] public U M<U>(T x, U y) where U : notnull => y; }", "new C<int>().M(1, \"\");")]
    [TestCase("public class C { [Instrument] public virtual void M() { } } public class D : C { public override void M() { } }", "new D().M();")]
    [TestCase("[Instrument] public interface I { void M(int? x); } public class C : I { public void M(int? x) { } }", "I c = new C(); c.M(null);")]
    [TestCase("public static class C { [Instrument] public static int M(this string s, int x) => x; }", "\"\".M(1); C.M(\"\", 2);")]
    [TestCase("public class C { [Instrument, Obsolete] public void M() { } }", "Old(); [Obsolete] static void Old() => new C().M();")]
    [TestCase("public class C { public class D { [Instrument] internal Task<T?> M<T>(Func<T, string?>? f, IReadOnlyList<int>[] d) => Task.FromResult(default(T)); } }", "_ = new C.D().M<string>(null, []);")]
    [TestCase("public class C { public class D { [Instrument] public static void M(int? x, (int A, string? B)[] y) { } } }", "C.D.M(null, []);")]
    [TestCase("public class C { [Instrument] public int M(int receiver, int scope, int result, int exception) => 1; }", "new C().M(1, 2, 3, 4);")]
    [TestCase("[Instrument] public class C { public void A() { } void B() { } public int this[int x] => x; public C() => B(); }", "new C().A();")]
    [TestCase("public class C { [Instrument] public void M() { } [Instrument] public void M(int x) { } public int MOperation; }", "new C().M(); new C().M(1);")]
    public void Each_shape_of_a_method_is_redirected(string type, string call)
    {
        var run = GeneratorRun.Of(type, $$"""public static class Caller { public static void Call() { {{call}} } }""").Compiles();
        Compiling.Image(run.Output);
        Assert.That(run.Hints.Where(static h => h != "Hyperactor.Instrument.g.cs"), Has.One.EndsWith(".Instrument.g.cs"));
    }

    [Test]
    public void Types_that_differ_by_their_type_parameters_have_files_of_their_own()
    {
        var run = GeneratorRun.Of(
            """
            namespace S;
            public class C { [Instrument] public void M() { } public class D<T> { [Instrument] public void M() { } } }
            public class C<T> { [Instrument] public void M() { } public class D { [Instrument] public void M() { } } }
            public static class Caller
            {
                public static void Call() { new C().M(); new C<int>().M(); new C.D<int>().M(); new C<int>.D().M(); }
            }
            """).Compiles();
        Compiling.Image(run.Output);
        Assert.That(run.Hints.Order(StringComparer.Ordinal), Is.EqualTo(
        [
            "Hyperactor.Instrument.g.cs", "S.C-1.D.Instrument.g.cs", "S.C-1.Instrument.g.cs", "S.C.D-1.Instrument.g.cs",
            "S.C.Instrument.g.cs",
        ]));
    }

    [TestCase("Action a = new C().M;")]
    [TestCase("_ = nameof(C.M);")]
    [TestCase("System.Linq.Expressions.Expression<Action<C>> e = c => c.M();")]
    public void What_cannot_be_redirected_is_left_as_it_is(string use)
    {
        var run = GeneratorRun.Of(
            "public class C { [Instrument] public void M() { } }",
            $$"""public static class Caller { public static void Call() { {{use}} } }""").Compiles();
        Compiling.Image(run.Output);
        Assert.That(run.Hints, Is.EqualTo(["Hyperactor.Instrument.g.cs"]));
    }

    [Test]
    public void Calls_into_another_assembly_are_redirected()
    {
        var library = GeneratorRun.Of(
            Compiling.Create("Library", program: false, [], Shapes));
        var run = GeneratorRun.Of(Compiling.Create(
            "Program", program: true, [Compiling.Emit(library.Output)],
            """
            Samples.Shop.Open("here");
            new Samples.Shop(1).Sell(2);
            """)).Compiles();
        Compiling.Image(run.Output);
        Assert.That(run.Text("Samples.Shop.Instrument.g.cs"), Does.Contain("Shop.Open(name").And.Contain("receiver.Sell(items)"));
    }

    [Test]
    public void A_project_that_does_not_let_interceptors_in_gets_none()
    {
        var input = Compiling.Library(Shapes, Calls);
        var closed = Compiling.Parse.WithFeatures([]);
        input = input.RemoveAllSyntaxTrees().AddSyntaxTrees(
            input.SyntaxTrees.Select(t => t.WithRootAndOptions(t.GetRoot(), closed)));
        var result = Compiling.Driver().RunGenerators(input).GetRunResult();
        Assert.That(result.Results[0].GeneratedSources.Select(static s => s.HintName), Is.EqualTo(["Hyperactor.Instrument.g.cs"]));
    }

    [Test]
    public void What_was_redirected_runs_and_is_traced()
    {
        var run = GeneratorRun.Of(Compiling.Create("Traced" + Guid.NewGuid().ToString("N"), true, [], Shapes, Calls));
        var spans = new List<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static s => s.Name == HyperactorTelemetry.SourceName,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = a => spans.Add(
                $"{a.DisplayName}({string.Join(", ", a.TagObjects.Select(static t => $"{t.Key}={t.Value}"))}) {a.Kind} {a.Status}"),
        };
        var context = new AssemblyLoadContext("traced", isCollectible: true);
        var assembly = context.LoadFromStream(new MemoryStream(Compiling.Image(run.Output)));
        var main = assembly.GetType("Samples.Customer")!.GetMethod("Main")!;
        ((Task)main.Invoke(null, null)!).GetAwaiter().GetResult();
        Assert.That(spans, Is.Empty);
        ActivitySource.AddActivityListener(listener);
        ((Task)main.Invoke(null, null)!).GetAwaiter().GetResult();
        Assert.That(spans, Is.EqualTo(
        [
            "Shop/Open(name=here) Internal Unset",
            "Shop/Open(name=there) Internal Unset",
            "Shop/PayAsync(amount=3) Internal Unset",
            "Shop/CloseAsync(why=null) Internal Unset",
            "Shop/WaitAsync(times=2) Internal Unset",
            "Shop/CountAsync() Internal Unset",
            "Shop/Sell(items=System.Int32[]) Internal Unset",
            "Shop/Sell(items=System.Int32[]) Internal Unset",
            "Shop/Throw(class=boom, error.type=System.InvalidOperationException) Internal Error",
        ]));
    }
}
