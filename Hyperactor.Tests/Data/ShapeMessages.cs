using System.Diagnostics.CodeAnalysis;

namespace Hyperactor.Tests.Data;

/// <summary>What members inherit.</summary>
[Named("tests.shapes.Base")]
public partial record ShapeBase(int Id)
{
    public string? Note { get; init; }
}

/// <summary>Types as people declare them.</summary>
[Named("tests.shapes.Derived")]
public sealed partial record ShapeDerived(int Id, string Name) : ShapeBase(Id);

[Named("tests.shapes.Required")]
public sealed partial class ShapeRequired
{
    public required string Name { get; init; }
    public required int Number { get; set; }
    public string? Nickname { get; private set; }
    public int Count { get; set; } = 7;

    internal ShapeRequired Called(string? nickname)
    {
        Nickname = nickname;
        return this;
    }
}

/// <summary>A class without a constructor of no parameters, with a constructor of its own beside the primary one.</summary>
[Named("tests.shapes.Constructed")]
public sealed partial class ShapeConstructed(string name, int size)
{
    public ShapeConstructed(string name)
        : this(name, name?.Length ?? 0)
    {
    }

    public string Name { get; } = name;

    public readonly int Size = size;

    public int Double => Size * 2;

    public int Later { get; set; }
}

[Named("tests.shapes.SetsRequired")]
public sealed partial record ShapeSetsRequired
{
    [SetsRequiredMembers]
    public ShapeSetsRequired(string name) => Name = name;

    public required string Name { get; init; }
}

/// <summary>Members that are called as the locals of codecs are, or as words of the language.</summary>
[Named("tests.shapes.Names")]
public sealed partial record ShapeNames(
    int count, string reader, string Writer, int value, int element, int members, int Bounds, int @class, int Missing, int Read)
{
    public int @event { get; init; }
}

[Named("tests.shapes.Fields")]
public sealed partial class ShapeFields
{
    public int Public;

    public string Trimmed
    {
        get;
        set => field = value.Trim();
    }
    = "";

    public string? Null { get; set; }
}

[Named("tests.shapes.Struct")]
public partial struct ShapeStruct(string name)
{
    public string Name { get; } = name;
    public int? Count { get; set; }
    public List<string?>? Items { get; init; }
}

[Named("tests.shapes.Tolerant", VersionTolerant = true)]
public sealed partial class ShapeTolerant
{
    public required string Name { get; init; }
    public ShapeStruct Inner { get; set; }
    public ShapeNames? Names { get; set; }
    public int @event;
    public Unit Nothing { get; set; }
}

[Named("tests.shapes.All")]
public sealed partial record ShapeAll(
    ShapeBase Base, ShapeDerived Derived, ShapeRequired Required, ShapeConstructed Constructed, ShapeSetsRequired Sets,
    ShapeNames Names, ShapeFields Fields, ShapeStruct Struct, ShapeStruct? Maybe, ShapeTolerant Tolerant);
