namespace Hyperactor.Generators.Model;

/// <summary>A type whose codec is written.</summary>
/// <param name="Name">The simple name of the type.</param>
/// <param name="Type">The type, fully qualified.</param>
/// <param name="Uri">The name that all processes share; without arguments if the type is generic.</param>
/// <param name="IsReference">Whether a value may be null.</param>
/// <param name="Members">What is written, in order.</param>
/// <param name="ConstructorLocals">The locals that are passed to the constructor, in order.</param>
/// <param name="Checks">What refuses bits that are no value, if a value may be its bytes in memory.</param>
/// <param name="Kind">What is special about it.</param>
internal sealed record CodecModel(
    string Name,
    string Type,
    string Uri,
    bool IsReference,
    EquatableArray<MemberModel> Members,
    EquatableArray<string> ConstructorLocals,
    EquatableArray<string> Checks,
    CodecKind Kind)
{
    /// <summary>What tells whether a value is zero, as source; empty if no bytes lie between its fields.</summary>
    public EquatableArray<string> ZeroTests { get; init; }

    /// <summary>Whether members are written with their lengths.</summary>
    public bool IsTolerant { get; init; }

    /// <summary>Whether a use of the generic type may be its bytes in memory.</summary>
    public bool MayBeMemory { get; init; }

    /// <summary>The cases, if the type is a union.</summary>
    public EquatableArray<CaseModel> Cases { get; init; }

    /// <summary>The name by which JSON tells the type, if it is the case of a union.</summary>
    public string? Case { get; init; }

    /// <summary>The simple name of the codec.</summary>
    public string CodecName => CodecNameOf(Name);

    /// <summary>The simple name of the codec of a type.</summary>
    public static string CodecNameOf(string name) => name.TrimStart('@') + "Codec";
}

/// <summary>A case of a union.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type, fully qualified.</param>
internal sealed record CaseModel(string Name, string Type);

/// <summary>What is special about a codec.</summary>
internal enum CodecKind
{
    /// <summary>Nothing: it writes an object of its members.</summary>
    Object,

    /// <summary>Values hold no reference: they are written as their bytes in memory, and only JSON knows members.</summary>
    Unmanaged,

    /// <summary>The same, and JSON knows no members either, because they are not all that there is.</summary>
    Memory,

    /// <summary>The type is generic: the codec is told the name of the use.</summary>
    Generic,

    /// <summary>The type is a union: it writes a tag and then one of its cases.</summary>
    Union,
}

/// <summary>A member of a message.</summary>
/// <param name="Name">The member as source spells it.</param>
/// <param name="Local">The local that holds it while the message is read.</param>
/// <param name="Type">Its type, fully qualified, with the user's annotations.</param>
/// <param name="Form">How it is written.</param>
/// <param name="Presence">Whether it may be null.</param>
/// <param name="Include">Whether its ports travel in the port table.</param>
/// <param name="Default">What stands for it in older bytes, or null.</param>
/// <param name="ByConstructor">Whether the constructor takes it; otherwise it is assigned.</param>
internal sealed record MemberModel(
    string Name,
    string Local,
    string Type,
    MemberForm Form,
    Presence Presence,
    bool Include,
    string? Default,
    bool ByConstructor)
{
    /// <summary>What is sent there, if the member is the reply of a call.</summary>
    public string? Reply { get; init; }

    /// <summary>Its name in JSON and in messages to people.</summary>
    public string JsonName => Name.TrimStart('@');
}

/// <summary>How a member is written.</summary>
internal enum MemberForm
{
    /// <summary>As its bytes in memory.</summary>
    Unmanaged,

    /// <summary>As a text.</summary>
    Text,

    /// <summary>With the codec of its type.</summary>
    Value,

    /// <summary>As a port that may be absent, because a call has another way to reply.</summary>
    Reply,
}

/// <summary>Whether a member may be null.</summary>
internal enum Presence
{
    /// <summary>A value type: it is always there.</summary>
    Value,

    /// <summary>A reference that may be null.</summary>
    Optional,

    /// <summary>A reference that may not be null.</summary>
    Required,

    /// <summary>
    /// It is always there: of a type parameter, which may be null if values of its type may, or an id or a reference, whose
    /// default names nothing.
    /// </summary>
    Open,
}
