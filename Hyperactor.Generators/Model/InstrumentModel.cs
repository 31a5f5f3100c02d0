namespace Hyperactor.Generators.Model;

/// <summary>How a method is traced.</summary>
/// <param name="Operation">The name of its activities.</param>
/// <param name="Infallible">Whether exceptions are left alone.</param>
/// <param name="Tags">The arguments that become tags.</param>
internal sealed record InstrumentModel(string Operation, bool Infallible, EquatableArray<TagModel> Tags);

/// <summary>An argument that becomes a tag.</summary>
/// <param name="Name">The name of the tag: the parameter's.</param>
/// <param name="Value">The argument as source spells it.</param>
internal sealed record TagModel(string Name, string Value);

/// <summary>The calls of one type's methods that are redirected.</summary>
/// <param name="FullName">Namespace, containers and name with dots, for people and for file names.</param>
/// <param name="Name">Containers and name, as an identifier.</param>
/// <param name="Methods">The methods.</param>
internal sealed record InterceptedTypeModel(string FullName, string Name, EquatableArray<InterceptedMethodModel> Methods);

/// <summary>A method whose calls are redirected.</summary>
/// <param name="Name">Its name, without escapes.</param>
/// <param name="Target">What it is called through: a parameter, or its type.</param>
/// <param name="Invocation">Its name as a call spells it, with type arguments.</param>
/// <param name="TypeParameters">The type parameters of its containers and its own.</param>
/// <param name="Constraints">Their constraints, a clause each.</param>
/// <param name="Parameters">What the interceptor takes: the receiver, if there is one, and the method's own parameters.</param>
/// <param name="Arguments">What the method is given.</param>
/// <param name="ReturnType">What it returns.</param>
/// <param name="Form">How its end is seen.</param>
/// <param name="IsObsolete">Whether calling it would raise a warning.</param>
/// <param name="Instrument">How it is traced.</param>
/// <param name="Calls">Where it is called.</param>
internal sealed record InterceptedMethodModel(
    string Name,
    string Target,
    string Invocation,
    EquatableArray<string> TypeParameters,
    EquatableArray<string> Constraints,
    EquatableArray<string> Parameters,
    EquatableArray<string> Arguments,
    string ReturnType,
    ReturnForm Form,
    bool IsObsolete,
    InstrumentModel Instrument,
    EquatableArray<CallSiteModel> Calls);

/// <summary>How the end of a call is seen.</summary>
internal enum ReturnForm
{
    /// <summary>It returns nothing.</summary>
    Void,

    /// <summary>It returns a value.</summary>
    Value,

    /// <summary>It returns a task, which is awaited.</summary>
    Task,

    /// <summary>It returns a task with a value, which is awaited.</summary>
    TaskOfValue,
}

/// <summary>A call, as the compiler names it.</summary>
/// <param name="Version">The version of the name.</param>
/// <param name="Data">The name.</param>
/// <param name="Place">File and line, for people.</param>
internal sealed record CallSiteModel(int Version, string Data, string Place);
