using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hyperactor.Generators.Tests.Incremental;

/// <summary>Which edit reaches which step.</summary>
public sealed class EditTests
{
    private const string Message = "namespace Samples; [Named] public partial record M(string Text);";
    private const string Actor = "namespace Samples; [Export] public partial class A : Actor { int _x; [Handler] void Add(int x) => _x += x; }";
    private const string Protocol = "namespace Samples; [Handler] public partial interface I { void Go(); }";

    private const string Attrs =
        "namespace Samples; [DeclareAttrs] public static partial class Keys { public static partial AttrKey<int> One { get; } }";

    [Test]
    public void The_body_of_a_handler_changes_no_model() =>
        AssertReasons(1, Actor.Replace("+=", "-=", StringComparison.Ordinal), changed: []);

    [Test]
    public void Lines_above_a_type_change_no_model() => AssertReasons(0, "\n\n// A remark.\n" + Message, changed: []);

    [Test]
    public void A_new_handler_changes_its_actor_and_the_catalog() => AssertReasons(
        1, Actor.Replace("int _x;", "int _x; [Handler] void Reset() { }", StringComparison.Ordinal),
        changed: [TrackingNames.ExportedActors, TrackingNames.Registrations, TrackingNames.Catalog]);

    [Test]
    public void A_summary_changes_its_actor_alone() => AssertReasons(
        1, Actor.Replace("[Handler]", "/** <summary>Adds.</summary> */ [Handler]", StringComparison.Ordinal),
        changed: [TrackingNames.ExportedActors]);

    [Test]
    public void A_new_member_changes_its_message_alone() => AssertReasons(
        0, Message.Replace("string Text", "string Text, int More", StringComparison.Ordinal), changed: [TrackingNames.Messages]);

    [Test]
    public void A_new_type_of_reply_changes_the_protocol_and_the_catalog() => AssertReasons(
        2, Protocol.Replace("void Go()", "ValueTask<int[]> Go()", StringComparison.Ordinal),
        changed: [TrackingNames.Protocols, TrackingNames.Registrations, TrackingNames.Catalog]);

    [Test]
    public void A_default_changes_its_class_alone() => AssertReasons(
        3, Attrs.Replace("public static partial AttrKey", "[Attr(Default = 1)] public static partial AttrKey", StringComparison.Ordinal),
        changed: [TrackingNames.Attrs]);

    [Test]
    public void A_new_key_changes_its_class_and_the_catalog() => AssertReasons(
        3, Attrs.Replace("{ get; }", "{ get; } public static partial AttrKey<int> Two { get; }", StringComparison.Ordinal),
        changed: [TrackingNames.Attrs, TrackingNames.Registrations, TrackingNames.Catalog]);

    [Test]
    public void Another_member_beside_keys_changes_nothing() => AssertReasons(
        3, Attrs.Replace("{ get; }", "{ get; } public static int Answer => 42;", StringComparison.Ordinal), changed: []);

    private static void AssertReasons(int file, string text, string[] changed)
    {
        string[] sources = [Message, Actor, Protocol, Attrs];
        var compilation = Compiling.Library(sources);
        var driver = Compiling.Driver().RunGenerators(compilation);
        var tree = compilation.SyntaxTrees.Single(t => t.FilePath == $"Input{file}.cs");
        var edited = compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text, Compiling.Parse, tree.FilePath));
        driver = driver.RunGenerators(edited);
        foreach (var step in Incrementality.Steps)
        {
            var touched = Incrementality.Reasons(driver, step)
                .Any(static r => r is IncrementalStepRunReason.Modified or IncrementalStepRunReason.New);
            Assert.That(touched, Is.EqualTo(changed.Contains(step)), step);
        }
    }
}
