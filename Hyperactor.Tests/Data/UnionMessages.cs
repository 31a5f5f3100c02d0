namespace Hyperactor.Tests.Data;

/// <summary>A union of every shape of case.</summary>
[Named("tests.Shape")]
public abstract partial record Shape
{
    public sealed partial record Empty : Shape;

    public sealed partial record Circle(double Radius, string? Label = null) : Shape;

    /// <summary>Names by properties, one of which is required.</summary>
    public sealed partial record Square : Shape
    {
        public required double Side { get; init; }

        public string? Label { get; init; }
    }

    /// <summary>A group: its cases are cases of the union.</summary>
    public abstract partial record Polygon(int Corners) : Shape
    {
        public sealed partial record Triangle(double A, double B, double C) : Polygon(3);
    }

    [Named("tests.Hexagon")]
    public sealed partial record Hexagon(double Side) : Shape;

    public sealed partial record Painted(Shape What, Color Color) : Shape;
}

/// <summary>A union within another one, which has a name of its own.</summary>
[Named]
public abstract partial record Color
{
    public sealed partial record Plain(string Name) : Color;

    [Named]
    public abstract partial record Mixed : Color
    {
        public sealed partial record Rgb(byte R, byte G, byte B) : Mixed;

        public sealed partial record Gray(byte Level) : Mixed;
    }
}

/// <summary>A tree: each node holds trees.</summary>
[Named("tests.Tree")]
public abstract partial class Tree
{
    public sealed partial class Leaf(long value) : Tree
    {
        public long Value { get; } = value;
    }

    public sealed partial class Node(IReadOnlyList<Tree> children, Dictionary<string, Tree>? named = null) : Tree
    {
        public IReadOnlyList<Tree> Children { get; } = children;

        public Dictionary<string, Tree>? Named { get; } = named;
    }
}

/// <summary>Unions in whatever can hold them.</summary>
[Named("tests.Drawing")]
public sealed partial record Drawing(
    Shape First, Shape? Second, List<Shape> Many, Dictionary<string, Shape?> ByName, (Shape, Color?) Pair, PortRef<Shape>? Port,
    Color.Mixed Mixed);

/// <summary>A message that may be sent with a port or as a call.</summary>
[Named("tests.Lookup")]
public sealed partial record Lookup(string Item, [Reply] OncePortRef<bool> Found = default);

/// <summary>The same as a struct with properties.</summary>
[Named("tests.LookupStruct")]
public partial record struct LookupStruct
{
    public string? Item { get; init; }

    [Reply]
    public OncePortRef<string> Result { get; init; }
}
