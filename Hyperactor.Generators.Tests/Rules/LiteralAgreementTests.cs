using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hyperactor.Generators.Tests.Rules;

/// <summary>What HYP3001 says of a literal is what happens when the program runs.</summary>
public sealed class LiteralAgreementTests
{
    private static readonly string[] Pieces =
    [
        "w", "a1", "東", "𝒳", "\ud835", "\udcb3", "\u0301", "_", "0", "7", "18446744073709551616", "[", "]", "[0]", "[3]", ".",
        ",", "@", " ", "\0", "\n", "\"", "\\", "-", "%", "%25", "%2C", "%2", ":", "/", "tcp:", "unix:", "local:", "tcp:127.0.0.1:1",
        "tcp:[::1%3]:2", "unix:/x", "local:y", "tcp:1.2.3.4:0", "ﬀ", "\u2028",
    ];

    private static readonly (string Call, Action<string> Run)[] Calls =
    [
        ("WorldId.Parse({0})", static text => WorldId.Parse(text)),
        ("GangId.Parse({0})", static text => GangId.Parse(text)),
        ("ProcId.Parse({0})", static text => ProcId.Parse(text)),
        ("ActorId.Parse({0})", static text => ActorId.Parse(text)),
        ("PortId.Parse({0})", static text => PortId.Parse(text)),
        ("Reference.Parse({0})", static text => Reference.Parse(text)),
        ("ChannelAddress.Parse({0})", static text => ChannelAddress.Parse(text)),
        ("new WorldId({0})", static text => _ = new WorldId(text)),
        ("new WorldId(\"w\").Gang({0})", static text => new WorldId("w").Gang(text)),
        ("new WorldId(\"w\").Proc(0).Actor({0})", static text => new WorldId("w").Proc(0).Actor(text)),
    ];

    [Test]
    public async Task Rule_and_runtime_agree_on_random_texts_to_the_letter()
    {
        var random = new Random(7);
        var texts = Enumerable.Range(0, 3000)
            .Select(_ => string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => Pieces[random.Next(Pieces.Length)])))
            .ToArray();
        var lines = texts.Select((text, i) => string.Format(
            CultureInfo.InvariantCulture, $"        _ = {Calls[i % Calls.Length].Call};", SymbolDisplay.FormatLiteral(text, quote: true)));
        var reports = await RuleRun.Reports(Compiling.Library(
            $"static class C\n{{\n    static void M()\n    {{\n{string.Join('\n', lines)}\n    }}\n}}"));
        var said = reports.ToDictionary(static r => r.Location.GetLineSpan().StartLinePosition.Line - 4, static r => r.GetMessage(null));
        var happened = texts.Select((text, i) => (Line: i, Message: Failure(Calls[i % Calls.Length].Run, text)))
            .Where(static f => f.Message is not null)
            .ToDictionary(static f => f.Line, static f => f.Message!);
        Assert.That(said, Is.EquivalentTo(happened));
        Assert.That(said, Has.Count.InRange(1500, 2950), "some texts should be right, and more of them wrong");
    }

    private static string? Failure(Action<string> run, string text)
    {
        try
        {
            run(text);
            return null;
        }
        catch (FormatException e)
        {
            return e.Message;
        }
    }
}
