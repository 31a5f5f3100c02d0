namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP4004Tests
{
    [Test]
    public async Task Reported()
    {
        var (messages, _) = await RuleRun.Check(
            """
            [DeclareAttrs("shop")] public static partial class A
            {
                public static partial AttrKey<int> RetryCount { get; }
                [Attr(Name = "shop.retry_count")] public static partial AttrKey<int> {|HYP4004:Tries|} { get; }
            }
            [DeclareAttrs] public static partial class Shop
            {
                [Setting(Default = "3")] public static partial Setting<int> {|HYP4004:RetryCount|} { get; }
                public static partial AttrKey<int> Other { get; }
            }
            """);
        Assert.That(messages, Is.EqualTo([
            "'A.Tries' and 'A.RetryCount' cannot be told apart: both go by the name 'shop.retry_count'; rename one of them",
            "'Shop.RetryCount' and 'A.RetryCount' cannot be told apart: both go by the name 'shop.retry_count'; rename one of them",
        ]));
    }

    [Test]
    public async Task Not_reported() => await RuleRun.Check(
        """
        [DeclareAttrs("a")] public static partial class A { public static partial AttrKey<int> X { get; } }
        [DeclareAttrs("b")] public static partial class B { public static partial AttrKey<int> X { get; } }
        """);
}
