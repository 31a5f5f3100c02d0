namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP2005Tests
{
    [TestCase("[Named] public abstract partial record {|HYP2005:M|}(string X);")]
    [TestCase("[Named] public abstract partial record {|HYP2005:M|} { public sealed partial record Other; }")]
    [TestCase("[Named] public abstract partial record M { public partial record {|HYP2005:A|} : M; }")]
    [TestCase("[Named] public abstract partial record M { public sealed partial record A : M; public sealed partial record {|HYP2005:B|}<T> : M; }")]
    [TestCase("[Named] public abstract partial record M { public sealed partial record A : M; public abstract partial record G : M { [Named(\"g.A\")] public sealed partial record {|HYP2005:A|} : G; } }")]
    [TestCase("[Named] public abstract partial record M { public sealed partial record A : M; [MemoryPack.MemoryPackable] public sealed partial record {|HYP2005:B|} : M; }")]
    public async Task Reported(string source) =>
        Assert.That((await RuleRun.Check(source)).Hints, Has.None.EqualTo("M.Codec.g.cs"));

    [TestCase("[Named] public abstract partial record M { public sealed partial record A : M; } public sealed record {|HYP2005:B|} : M;")]
    [TestCase("[Named] public abstract partial record M { public sealed partial record A : M; } public abstract record {|HYP2005:B|} : M; public sealed record {|HYP2005:C|} : B;")]
    [TestCase("[Named] public partial record {|HYP2005:M|} { public sealed partial record A(int X) : M; }")]
    public async Task Reported_for_what_could_be_lost(string source) => await RuleRun.Check(source);

    [Test]
    public async Task The_message_names_the_case_and_the_remedy() => Assert.That(
        (await RuleRun.Check("[Named] public abstract partial record M { public sealed partial record A : M; } public sealed record {|HYP2005:B|} : M;")).Messages,
        Is.EqualTo(["'M' is not closed: 'B' derives from it and is not nested in it"]));

    [TestCase("[Named] public abstract partial record M { public sealed partial record A(string X) : M; public sealed record Other(object Any); }")]
    [TestCase("[Named] public abstract partial class M { public sealed partial class A : M { public int X { get; set; } } }")]
    [TestCase("[Named] public abstract partial record M { public abstract partial record G : M { public sealed partial record A : G; } }")]
    [TestCase("[Named] public abstract partial record M { public sealed partial record A(M? Next) : M; [Named] public abstract partial record N : M { public sealed partial record B : N; } }")]
    [TestCase("[Named] public partial record M { [Named] public sealed partial record A(int X) : M; }")]
    [TestCase("public abstract record Base; [Named] public sealed partial record A : Base; public sealed record B : Base;")]
    [TestCase("[Named] public abstract partial record M { public static partial class Names { public sealed partial record A : M; } }")]
    public async Task Not_reported(string source) => await RuleRun.Check(source);

    [Test]
    public async Task A_union_with_type_parameters_cannot_travel() => Assert.That(
        (await RuleRun.Check(
            "[Named] public abstract partial record {|HYP2001:M|}<T> { public sealed partial record {|HYP2001:A|}(T X) : M<T>; }"))
            .Hints,
        Is.Empty);

    [TestCase("[Named] public abstract partial record M { public sealed record {|HYP1001:A|} : M; }", "M.Codec.g.cs")]
    [TestCase("[Named] public abstract partial record M { public sealed partial record A(object {|HYP2001:X|}) : M; public sealed partial record B : M; }", "M.B.Codec.g.cs")]
    [TestCase("[Named] public abstract partial record M { private sealed partial record {|HYP2001:A|} : M; public sealed partial record B : M; }", "M.B.Codec.g.cs")]
    public async Task What_is_wrong_with_a_case_is_said_of_the_case(string source, string left) =>
        Assert.That((await RuleRun.Check(source)).Hints, Has.Member(left));
}
