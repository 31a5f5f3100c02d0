using Hyperactor.Data;
using Hyperactor.Generators.Shape;
using Hyperactor.References;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Analyzers;

/// <summary>What a parameter takes: a name, an address, or an id of some kind; read by the runtime's own grammar.</summary>
internal sealed class LiteralGrammar
{
    private static readonly LiteralGrammar Address = new(0, CheckAddress);
    private static readonly LiteralGrammar Any = new(0, static text => CheckReference(text, null));
    private static readonly LiteralGrammar World = new(0, static text => CheckReference(text, ReferenceKind.World));
    private static readonly LiteralGrammar Gang = new(0, static text => CheckReference(text, ReferenceKind.Gang));
    private static readonly LiteralGrammar Proc = new(0, static text => CheckReference(text, ReferenceKind.Proc));
    private static readonly LiteralGrammar Actor = new(0, static text => CheckReference(text, ReferenceKind.Actor));
    private static readonly LiteralGrammar Port = new(0, static text => CheckReference(text, ReferenceKind.Port));
    private static readonly LiteralGrammar FirstName = new(0, CheckName);
    private static readonly LiteralGrammar SecondName = new(1, CheckName);
    private static readonly LiteralGrammar ThirdName = new(2, CheckName);
    private static readonly LiteralGrammar UnixName = new(0, static text => CheckAddress("unix:", text));
    private static readonly LiteralGrammar LocalName = new(0, static text => CheckAddress("local:", text));
    private static readonly LiteralGrammar Key = new(0, CheckKey);

    private readonly Func<string, LiteralFault?> _check;

    private LiteralGrammar(int parameter, Func<string, LiteralFault?> check)
    {
        Parameter = parameter;
        _check = check;
    }

    /// <summary>Which parameter it is.</summary>
    internal int Parameter { get; }

    /// <summary>What a method or a constructor takes, or null if it is none of those that take ids or names.</summary>
    internal static LiteralGrammar? Of(IMethodSymbol method)
    {
        var type = method.ContainingType;
        if (type.Is("Hyperactor.Worlds", "World"))
        {
            return method.Name switch
            {
                "LaunchAsync" or "Attach" => FirstName,
                "SpawnAsync" => SecondName,
                _ => null,
            };
        }

        if (!type.IsHyperactor(type.Name))
        {
            return IsSpawn(method.ReducedFrom ?? method) ? ThirdName : null;
        }

        return (type.Name, method.MethodKind == MethodKind.Constructor ? "new" : method.Name) switch
        {
            ("WorldId", "Parse") => World,
            ("GangId", "Parse") => Gang,
            ("ProcId", "Parse") => Proc,
            ("ActorId", "Parse") => Actor,
            ("PortId", "Parse") => Port,
            ("Reference", "Parse") => Any,
            ("ChannelAddress", "Parse") => Address,
            ("ChannelAddress", "Unix") => UnixName,
            ("ChannelAddress", "Local") => LocalName,
            ("AttrKey", "Define") or ("AttrKey", "new") or ("Setting", "new") => Key,
            ("WorldId", "new") or ("WorldId", "Gang") or ("ProcId", "Actor") => FirstName,
            ("GangId", "new") or ("ActorId", "new") or ("ProcId", "Direct") => SecondName,
            ("Proc", "Spawn") or ("Proc", "Attach") => FirstName,
            _ => null,
        };
    }

    /// <summary>What is wrong with a text; null if nothing is.</summary>
    internal LiteralFault? Check(string text) => _check(text);

    // world.SpawnAsync<Counter>(me, "counter", …), as it is generated: an extension with the name behind the sender.
    private static bool IsSpawn(IMethodSymbol method) =>
        method is { Name: "SpawnAsync", IsExtensionMethod: true, Parameters: [var world, _, { Type.SpecialType: SpecialType.System_String }, ..] }
        && world.Type.Is("Hyperactor.Worlds", "World")
        && method.ContainingType.GetAttributes().Concat(method.GetAttributes()).Any(static a =>
            a.AttributeClass is { Name: "GeneratedCodeAttribute" } && a.ConstructorArguments is [{ Value: "Hyperactor.Generators" }, ..]);

    private static LiteralFault? CheckReference(string text, ReferenceKind? wanted) =>
        ReferenceText.TryScan(text.AsSpan(), wanted, out _, out var fault)
            ? null
            : new(fault.Found is null ? fault.Position : null, fault.Describe(text.AsSpan(), wanted));

    private static LiteralFault? CheckAddress(string text) => CheckAddress("", text);

    // Where a factory puts a kind before the text, the message shows the whole, and the place is that in the text.
    private static LiteralFault? CheckAddress(string kind, string text)
    {
        Span<byte> ip = stackalloc byte[IpText.Bytes6];
        var whole = kind + text;
        return AddressText.TryScan(whole.AsSpan(), ip, out _, out var fault)
            ? null
            : new(
                fault.Position < kind.Length ? null : fault.Position - kind.Length,
                fault.Describe(whole.AsSpan(), "a channel address"));
    }

    private static LiteralFault? CheckKey(string text) =>
        AttrName.IsName(text) ? null : new(null, $"\"{text}\" is not the name of an attribute: {AttrName.Grammar}.");

    private static LiteralFault? CheckName(string text) => NameText.TryScan(text.AsSpan(), out var fault)
        ? null
        : new(fault.Position, fault.Describe(text.AsSpan(), "a name"));
}

/// <summary>What is wrong with a literal.</summary>
/// <param name="Position">The index of the char that does not fit; null if the whole is of another kind.</param>
/// <param name="Message">What the runtime's own exception would say.</param>
internal sealed record LiteralFault(int? Position, string Message);
