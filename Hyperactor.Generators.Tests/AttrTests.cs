using Hyperactor.Generators.Shape;

namespace Hyperactor.Generators.Tests;

public sealed class AttrTests
{
    [Test]
    public void Keys_are_implemented_and_registered_with_their_codecs() => Snapshot.Verify(GeneratorRun.Of(
        """"
        namespace Samples;

        public enum Color { Red, Green }
        [Named] public sealed partial record Item(string Name);

        [DeclareAttrs("shop")]
        public static partial class ShopAttrs
        {
            /// <summary>
            /// How <c>often</c> an order is tried again; see <see cref="Wait"/>,
            /// &lt;twice&gt; or <see langword="null"/>.
            /// </summary>
            [Attr(Default = 3)]
            public static partial AttrKey<int> RetryCount { get; }

            public static partial AttrKey<System.TimeSpan> Wait { get; }

            [Attr(Name = "other.name", Default = Color.Green, Summary = "Written \"here\".")]
            internal static partial AttrKey<Color> Shade { get; }

            public static partial AttrKey<List<Item?>> Items { get; }

            public static partial AttrKey<Attrs> Nested { get; }

            public static partial AttrKey<int> @class { get; }

            public static int NotOurs => 42;

            /// <summary>How long.</summary>
            [Setting(Default = "64KiB", Unit = "bytes", Minimum = "1", Maximum = "1MiB", Environment = "SHOP_LENGTH")]
            public static partial Setting<int> LengthMax { get; }
        }
        """").Compiles());

    [Test]
    public void Settings_have_the_format_of_their_type() => Snapshot.Verify(GeneratorRun.Of(
        """
        public enum Color { Red, Green }

        public static partial class Outer
        {
            [DeclareAttrs]
            internal static partial class Settings
            {
                [Setting(Default = "1")] public static partial Setting<bool> Flag { get; }
                [Setting(Default = "-1", Name = "number")] public static partial Setting<sbyte> Number { get; }
                [Setting(Default = "18446744073709551615")] public static partial Setting<ulong> Large { get; }
                [Setting(Default = "8GiB", Unit = "bytes")] public static partial Setting<long> Size { get; }
                [Setting(Default = "1e-3")] public static partial Setting<float> Share { get; }
                [Setting(Default = "1.50")] public static partial Setting<decimal> Price { get; }
                [Setting(Default = "00:00:30")] public static partial Setting<TimeSpan> Wait { get; }
                [Setting(Default = "green")] public static partial Setting<Color> Color { get; }
                [Setting(Default = "")] public static partial Setting<string> Label { get; }
                [Setting(Default = "not checked")] public static partial Setting<Guid> Id { get; }
            }
        }
        """).Compiles());

    [TestCase("int", "-3", "-3")]
    [TestCase("byte", "255", "255")]
    [TestCase("long", "3", "3")]
    [TestCase("ulong", "ulong.MaxValue", "18446744073709551615")]
    [TestCase("double", "3", "3")]
    [TestCase("double", "0.1f", "0.1F")]
    [TestCase("double", "double.NaN", "double.NaN")]
    [TestCase("float", "1.5f", "1.5F")]
    [TestCase("decimal", "3", "3M")]
    [TestCase("bool", "true", "true")]
    [TestCase("char", "'\\n'", "'\\n'")]
    [TestCase("string", "\"a\\\"b\"", "\"a\\\"b\"")]
    [TestCase("string?", "null", "null")]
    [TestCase("int?", "3", "3")]
    [TestCase("int?", "null", "null")]
    [TestCase("DayOfWeek", "DayOfWeek.Friday", "(global::System.DayOfWeek)(5)")]
    [TestCase("DayOfWeek?", "DayOfWeek.Friday", "(global::System.DayOfWeek)(5)")]
    public void A_default_is_written_as_a_constant(string type, string constant, string written) => Assert.That(
        GeneratorRun.Of(
            $$"""
            [DeclareAttrs("a")] public static partial class A
            {
                [Attr(Default = {{constant}})] public static partial AttrKey<{{type}}> B { get; }
            }
            """).Compiles().Text("A.Attrs.g.cs"),
        Does.Contain($"new(\"a.b\", {written});"));

    [TestCase("RetryCount", "retry_count")]
    [TestCase("HTTPPort", "http_port")]
    [TestCase("X", "x")]
    [TestCase("XY", "xy")]
    [TestCase("Retry2Count", "retry2_count")]
    [TestCase("already_small", "already_small")]
    public void Names_are_made_of_words(string property, string name) => Assert.That(AttrReader.Snake(property), Is.EqualTo(name));

    [Test]
    public void Without_a_prefix_names_begin_with_the_class() => Assert.That(
        GeneratorRun.Of(
            """
            namespace Big.ShopKit;
            public partial class Outer
            {
                [DeclareAttrs] public static partial class MyAttrs { public static partial AttrKey<int> RetryCount { get; } }
            }
            """).Compiles().Text("Big.ShopKit.Outer.MyAttrs.Attrs.g.cs"),
        Does.Contain("new(\"big.shop_kit.outer.my_attrs.retry_count\");"));

    [Test]
    public void A_property_that_the_user_implements_is_the_users() => Assert.That(
        GeneratorRun.Of(
            """
            [DeclareAttrs("a")] public static partial class A
            {
                public static partial AttrKey<int> Mine { get; }
                public static partial AttrKey<int> Mine => AttrKey.Define<int>("a.mine");
                public static partial AttrKey<int> Yours { get; }
            }
            """).Compiles().Text("A.Attrs.g.cs"),
        Does.Contain("Yours").And.Not.Contain("Mine"));

    [Test]
    public void A_class_without_keys_gets_nothing() =>
        Assert.That(GeneratorRun.Of("[DeclareAttrs(\"a\")] public static partial class A;").Hints, Is.Empty);

    [Test]
    public void Keys_of_another_assembly_are_registered_by_its_catalog()
    {
        var first = GeneratorRun.Of(Compiling.Create(
            "Keys", false, [],
            "namespace K; [DeclareAttrs] public static partial class Keys { public static partial AttrKey<int> One { get; } }")).Compiles();
        var second = GeneratorRun.Of(Compiling.Create("Program", true, [Compiling.Emit(first.Output)], "Console.WriteLine();")).Compiles();
        Assert.That(
            first.Text("Hyperactor.Catalog.g.cs"),
            Does.Contain("global::Hyperactor.Data.AttrCatalog.Register(").And.Contain("global::K.Keys.One, \"K.Keys.One\");"));
        Assert.That(second.Text("Hyperactor.Catalog.g.cs"), Does.Contain("KeysCatalog.Register();").And.Not.Contain("AttrCatalog"));
    }
}
