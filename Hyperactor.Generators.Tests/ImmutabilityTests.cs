using Hyperactor.Generators.Shape;

namespace Hyperactor.Generators.Tests;

/// <summary>What is proven of a type: nothing is taken for immutable that somebody could change.</summary>
public sealed class ImmutabilityTests
{
    private const string Types =
        """
        using System.Collections.Frozen;
        using System.Collections.Immutable;
        using System.Collections.ObjectModel;
        using System.Net;
        using System.Text;
        using System.Threading.Channels;

        public enum Colour { Red }
        public sealed record Point(int X, string? Y);
        public readonly record struct Pair(int X, Point Y);
        public struct Loose { public int X; public string Y { get; set; } }
        public struct Holder { public List<int> All; }
        public sealed record Tree(int Value, Tree? Left, Tree? Right);
        public record Open(int X);
        public sealed record Derived(int Y) : Open(Y);
        public sealed record FromMutable(int Y) : Settable;
        public record Settable { public int X { get; set; } }
        public sealed record WithArray(int[] All);
        public sealed record WithFrozen(ImmutableArray<Point> All, FrozenSet<string> Names);
        public sealed record WithMutableElements(ImmutableArray<WithArray> All);
        public sealed record WithInterface(IReadOnlyList<int> All);
        public sealed record WithMemory(ReadOnlyMemory<byte> All);
        public sealed record WithPorts(PortRef<int> One, OncePortRef<string> Two, ActorRef<Colour> Three, GangRef<Colour> Four, ActorId Id);
        public sealed class Fields { public readonly int X; private int _y; public void M() => _y++; }
        public sealed class PublicField { public int X; }
        public sealed class PrivateSet { public int X { get; private set; } }
        public sealed class Computed(int x) { public int Twice => x * 2; }
        public sealed class Getters { public int X { get; } public static List<int> All = []; }
        [Named] public abstract partial record Shape { public sealed partial record Circle(double R) : Shape; public sealed partial record Square(double A) : Shape; }
        [Named] public abstract partial record Leaky { public sealed partial record Circle(double[] R) : Leaky; }
        public abstract record Anything { public sealed record Circle(double R) : Anything; }
        public sealed record Generic<T>(T Value);
        public sealed class Free<T, TBits> where TBits : unmanaged { public T Value; public TBits Bits; }
        """;

    [TestCase("int")]
    [TestCase("string")]
    [TestCase("decimal")]
    [TestCase("DateTime")]
    [TestCase("DateTimeOffset")]
    [TestCase("Guid")]
    [TestCase("Uri")]
    [TestCase("Version")]
    [TestCase("Colour")]
    [TestCase("Colour?")]
    [TestCase("int?")]
    [TestCase("(int, string)")]
    [TestCase("Point")]
    [TestCase("Pair")]
    [TestCase("Loose")]
    [TestCase("Tree")]
    [TestCase("WithFrozen")]
    [TestCase("WithPorts")]
    [TestCase("Shape")]
    [TestCase("Derived")]
    [TestCase("Getters")]
    [TestCase("Generic<int>")]
    [TestCase("Generic<Point>")]
    [TestCase("ImmutableArray<int>")]
    [TestCase("ImmutableDictionary<string, Point>")]
    [TestCase("FrozenDictionary<string, Point>")]
    [TestCase("Tuple<int, string>")]
    [TestCase("KeyValuePair<int, string>")]
    public void Proven(string type) => Assert.That(Of(type), Is.EqualTo("Immutable"));

    [TestCase("object")]
    [TestCase("IReadOnlyList<int>")]
    [TestCase("IEnumerable<int>")]
    [TestCase("ReadOnlyCollection<int>")]
    [TestCase("ReadOnlyMemory<byte>")]
    [TestCase("Func<int>")]
    [TestCase("IPAddress")]
    [TestCase("Exception")]
    [TestCase("Channel<int>")]
    [TestCase("CancellationToken")]
    [TestCase("Open")]
    [TestCase("WithInterface")]
    [TestCase("WithMemory")]
    [TestCase("Fields")]
    [TestCase("PrivateSet")]
    [TestCase("Computed")]
    [TestCase("Anything")]
    [TestCase("Generic<object>")]
    [TestCase("ImmutableArray<object>")]
    public void Not_proven(string type) => Assert.That(Of(type), Is.EqualTo("Unknown"));

    [TestCase("int[]")]
    [TestCase("List<int>")]
    [TestCase("IList<int>")]
    [TestCase("Dictionary<string, int>")]
    [TestCase("HashSet<int>")]
    [TestCase("ObservableCollection<int>")]
    [TestCase("Memory<byte>")]
    [TestCase("ArraySegment<byte>")]
    [TestCase("StringBuilder")]
    [TestCase("Attrs")]
    [TestCase("Holder")]
    [TestCase("Settable")]
    [TestCase("FromMutable")]
    [TestCase("WithArray")]
    [TestCase("WithMutableElements")]
    [TestCase("PublicField")]
    [TestCase("Leaky")]
    [TestCase("Generic<int[]>")]
    [TestCase("ImmutableArray<List<int>>")]
    [TestCase("(int, int[])")]
    [TestCase("Tree[]")]
    public void Refuted(string type) => Assert.That(Of(type), Is.EqualTo("Mutable"));

    [Test]
    public void Type_parameters_are_proven_only_if_they_are_bits()
    {
        var compilation = Compiling.Library(Types);
        var type = compilation.GetTypeByMetadataName("Free`2")!;
        Assert.That(type.TypeParameters.Select(Immutability.Of), Is.EqualTo(new[] { Mutability.Unknown, Mutability.Immutable }));
    }

    private static string Of(string type)
    {
        var compilation = Compiling.Library(Types + $"\npublic static class Probe {{ public static {type} Value = default!; }}");
        var field = (Microsoft.CodeAnalysis.IFieldSymbol)compilation.GetTypeByMetadataName("Probe")!.GetMembers("Value").Single();
        Assert.That(field.Type.TypeKind, Is.Not.EqualTo(Microsoft.CodeAnalysis.TypeKind.Error));
        return Immutability.Of(field.Type).ToString();
    }
}
