namespace Hyperactor.Generators.Tests.Rules;

/// <summary>The same fix, for what is new.</summary>
public sealed class HYP8002FixTests
{
    [Test]
    public async Task Writes_the_header_into_an_empty_lock() => Assert.That(
        await WireRun.Fix("", "[Named(\"a\")] public partial record A(string X);"),
        Is.EqualTo(
            "hyperactor-wire 1\n"
            + "# What this assembly says on the wire (docs/wire-lock.md). To accept a change: the fix of HYP8001 and HYP8002, "
            + "or dotnet build -p:HyperactorAcceptWire=true\n\nmessage a\n  X: string [required]\n"));

    [Test]
    public async Task Accepts_a_new_member_alone() => Assert.That(
        await WireRun.Fix(
            "message a\n  X: string [required]",
            "[Named(\"a\")] public partial record A(string X, int Y); [Named(\"b\")] public partial record B(string X);"),
        Does.EndWith("\n\nmessage a\n  X: string [required]\n  Y: int\n"));

    [Test]
    public async Task Accepts_a_new_case_with_its_message() => Assert.That(
        await WireRun.Fix(
            "union u\n  A: u.A\n\nmessage u.A",
            "[Named(\"u\")] public abstract partial record U { public sealed partial record A : U; public sealed partial record B(string X) : U; }"),
        Does.EndWith("union u\n  A: u.A\n  B: u.B\n\nmessage u.A\n\nmessage u.B\n  X: string [required]\n"));
}
