namespace Hyperactor.Generators.Model;

/// <summary>A handler of an actor or of a protocol.</summary>
/// <param name="Name">Its name in clients and on the wire.</param>
/// <param name="TableName">Its name in the table of handlers: the same, unless several handlers share the name.</param>
/// <param name="Method">The user's method, as source spells it.</param>
/// <param name="Via">The protocol through which the method is called, or null if it is the actor's own.</param>
/// <param name="Inherited">The base class whose table of handlers has it, or null.</param>
/// <param name="Exported">Whether references reach it.</param>
/// <param name="Kind">What the sender waits for.</param>
/// <param name="MessageType">The type of the message, fully qualified.</param>
/// <param name="MessageUri">The shared name of that type: its number is the port.</param>
/// <param name="Made">The message to write, if the parameters make it and it belongs to this type.</param>
/// <param name="IsExplicit">Whether the user declared the message.</param>
/// <param name="Parameters">What the client takes: the parameters that make the message, or the message.</param>
/// <param name="Reply">The type of the reply, or null.</param>
/// <param name="ReturnsVoid">Whether the user's method returns nothing.</param>
/// <param name="TakesContext">Whether the user's method takes the context.</param>
/// <param name="TakesToken">Whether the user's method takes the stopping token.</param>
/// <param name="Castable">Whether gangs get a client of it.</param>
/// <param name="Accessibility">The accessibility of what names the message and the reply.</param>
/// <param name="Docs">What the user wrote about the method.</param>
/// <param name="Instrument">How it is traced, or null.</param>
internal sealed record HandlerModel(
    string Name,
    string TableName,
    string Method,
    string? Via,
    string? Inherited,
    bool Exported,
    HandlerKind Kind,
    string MessageType,
    string MessageUri,
    MadeMessageModel? Made,
    bool IsExplicit,
    EquatableArray<ParameterModel> Parameters,
    string? Reply,
    bool ReturnsVoid,
    bool TakesContext,
    bool TakesToken,
    bool Castable,
    string Accessibility,
    DocModel Docs,
    InstrumentModel? Instrument)
{
    /// <summary>Whether clients are written for it; not if one of the derived class has its name and parameters.</summary>
    public bool HasClient { get; init; } = true;

    /// <summary>How a client makes the message of the parameters, if the user declared it as a protocol.</summary>
    public string? Construction { get; init; }

    /// <summary>What the message is told apart into, if it is a whole union.</summary>
    public EquatableArray<ArmModel> Arms { get; init; }

    /// <summary>Whether the protocol is a union or a message: the interface through which it is handled is generated.</summary>
    public bool IsOfMessages => Construction is not null || Arms.Count > 0;
}

/// <summary>A case of a union that is handled as a whole.</summary>
/// <param name="Type">The case, fully qualified.</param>
/// <param name="Reply">Its member through which it is replied to, or null.</param>
internal sealed record ArmModel(string Type, string? Reply);

/// <summary>What the sender of a message waits for.</summary>
internal enum HandlerKind
{
    /// <summary>Nothing.</summary>
    OneWay,

    /// <summary>That the handler has ended.</summary>
    Acknowledged,

    /// <summary>A reply.</summary>
    Call,
}

/// <summary>A parameter of a client method, and the property of the message that it makes.</summary>
/// <param name="Name">The parameter as source spells it.</param>
/// <param name="Property">The property of the message.</param>
/// <param name="Type">Its type, fully qualified, with the user's annotations.</param>
/// <param name="Default">The default value, or null.</param>
internal sealed record ParameterModel(string Name, string Property, string Type, string? Default);

/// <summary>A message that parameters make.</summary>
/// <param name="Name">The simple name of the struct.</param>
/// <param name="Uri">The name that all processes share, or null if it never leaves the process.</param>
/// <param name="Accessibility">The accessibility of the struct.</param>
/// <param name="Parameters">Its positional parameters.</param>
/// <param name="Codec">The codec to write, or null if it never leaves the process.</param>
/// <param name="HidesBase">Whether a base class makes a message of the same name.</param>
internal sealed record MadeMessageModel(
    string Name,
    string? Uri,
    string Accessibility,
    EquatableArray<ParameterModel> Parameters,
    CodecModel? Codec,
    bool HidesBase);
