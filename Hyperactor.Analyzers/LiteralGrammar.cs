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
        if (!type.IsHyperactor(type.Name))
        {
            return null;
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
            ("WorldId", "new") or ("WorldId", "Gang") or ("ProcId", "Actor") => FirstName,
            ("GangId", "new") or ("ActorId", "new") or ("ProcId", "Direct") => SecondName,
            ("Proc", "Spawn") or ("Proc", "Attach") => FirstName,
            _ => null,
        };
    }

    /// <summary>What is wrong with a text; null if nothing is.</summary>
    internal LiteralFault? Check(string text) => _check(text);

    private static LiteralFault? CheckReference(string text, ReferenceKind? wanted) =>
        ReferenceText.TryScan(text.AsSpan(), wanted, out _, out var fault)
            ? null
            : new(fault.Found is null ? fault.Position : null, fault.Describe(text.AsSpan(), wanted));

    private static LiteralFault? CheckAddress(string text)
    {
        Span<byte> ip = stackalloc byte[IpText.Bytes6];
        return AddressText.TryScan(text.AsSpan(), ip, out _, out var fault)
            ? null
            : new(fault.Position, fault.Describe(text.AsSpan(), "a channel address"));
    }

    private static LiteralFault? CheckName(string text) => NameText.TryScan(text.AsSpan(), out var fault)
        ? null
        : new(fault.Position, fault.Describe(text.AsSpan(), "a name"));
}

/// <summary>What is wrong with a literal.</summary>
/// <param name="Position">The index of the char that does not fit; null if the whole is of another kind.</param>
/// <param name="Message">What the runtime's own exception would say.</param>
internal sealed record LiteralFault(int? Position, string Message);
