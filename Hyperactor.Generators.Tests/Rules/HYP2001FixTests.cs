namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP2001FixTests
{
    [TestCase(
        "public sealed class Item { public string Name { get; set; } = \"\"; } [Named] public partial record M(Item {|HYP2001:Item|});",
        "[Named]\npublic sealed partial class Item { public string Name { get; set; } = \"\"; } [Named] public partial record M(Item Item);",
        "Item")]
    [TestCase(
        "public record struct Slot(DateTime At); [Export] public partial class A : Actor { [Handler] ValueTask<Dictionary<int, Slot?>> {|HYP2001:M|}() => default; }",
        "[Named]\npublic partial record struct Slot(DateTime At); [Export] public partial class A : Actor { [Handler] ValueTask<Dictionary<int, Slot?>> M() => default; }",
        "Slot")]
    [TestCase(
        "[Obsolete] public record Item; [Export] public partial class A : Actor { [Handler] void M((int, Item[]) {|HYP2001:x|}) { } }",
        "[Named]\n[Obsolete] public partial record Item; [Export] public partial class A : Actor { [Handler] void M((int, Item[]) x) { } }",
        "Item")]
    public Task Marks_the_type_Named(string marked, string expected, string type)
    {
        const string Pragma = "#pragma warning disable CS0612\n";
        return FixRun.CheckFiles(
            "HYP2001", [Pragma + RuleRun.Unmark(marked).Source], [Pragma + expected], $"Mark '{type}' [Named]");
    }

    [Test]
    public Task Marks_types_in_other_files_and_what_they_hold_in_turn() => FixRun.CheckFiles(
        "HYP2001",
        [
            "[Named] public sealed partial record Order(List<Item> Items, Item First);",
            """
            public static class Goods
            {
                // What is sold.
                public sealed record Kind(string Name);
            }

            /// <summary>One thing.</summary>
            public sealed record Item(Goods.Kind Kind);
            """,
        ],
        [
            "[Named] public sealed partial record Order(List<Item> Items, Item First);",
            """
            public static partial class Goods
            {
                // What is sold.
                [Named]
                public sealed partial record Kind(string Name);
            }

            /// <summary>One thing.</summary>
            [Named]
            public sealed partial record Item(Goods.Kind Kind);
            """,
        ]);

    [TestCase("object")]
    [TestCase("Action")]
    [TestCase("System.IO.Stream")]
    [TestCase("System.Collections.ObjectModel.ObservableCollection<int>")]
    [TestCase("int[,,]")]
    [TestCase("Abstract")]
    [TestCase("IThing")]
    [TestCase("Mismatch")]
    [TestCase("Generic<int>")]
    [TestCase("A.MMessage")]
    public async Task Not_offered(string type) => Assert.That(
        await FixRun.Titles(
            "HYP2001",
            $$"""
            public abstract class Abstract;
            public interface IThing;
            public class Mismatch(string other) { public string X { get; } = other; }
            public class Generic<T>;
            [Export] public partial class A : Actor { [Handler] void M() { } }
            [Named] public sealed partial record M({{type}} X);
            """),
        Is.Empty);
}
