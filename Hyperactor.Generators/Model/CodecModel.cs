namespace Hyperactor.Generators.Model;

/// <summary>A type whose codec is written.</summary>
/// <param name="Name">The simple name of the type.</param>
/// <param name="Type">The type, fully qualified.</param>
/// <param name="Uri">The name that all processes share.</param>
/// <param name="IsReference">Whether a value may be null.</param>
/// <param name="Members">What is written, in order.</param>
/// <param name="ConstructorLocals">The locals that are passed to the constructor, in order.</param>
internal sealed record CodecModel(
    string Name,
    string Type,
    string Uri,
    bool IsReference,
    EquatableArray<MemberModel> Members,
    EquatableArray<string> ConstructorLocals)
{
    /// <summary>The simple name of the codec.</summary>
    public string CodecName => Name.TrimStart('@') + "Codec";
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
    bool ByConstructor);

/// <summary>How a member is written.</summary>
internal enum MemberForm
{
    /// <summary>As its bytes in memory.</summary>
    Unmanaged,

    /// <summary>As a text.</summary>
    Text,

    /// <summary>With the codec of its type.</summary>
    Value,
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
}
