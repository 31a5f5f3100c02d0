namespace Hyperactor.Generators.Tests;

public sealed class MessageTests
{
    [Test]
    public void Castable_record_has_a_codec_that_includes_its_port() => Snapshot.Verify(GeneratorRun.Of(
        """
        namespace Samples;

        [Named]
        public sealed partial record Gradient(float[] Values);

        [Named, Bind, Unbind]
        public sealed partial record Step(int Epoch, ReadOnlyMemory<float> Weights, [Include] PortRef<Gradient> Reply);
        """).Compiles());

    [Test]
    public void Members_are_written_with_their_lengths() => Snapshot.Verify(GeneratorRun.Of(
        """
        namespace Samples;

        [Named("samples.Item", VersionTolerant = true), Bind, Unbind]
        public sealed partial record Item(string Name, [Include] PortRef<long>? Port, int Bounds = 3);

        [Named(VersionTolerant = true)]
        public partial class Box<T> { public required T Value { get; init; } }

        [Named(VersionTolerant = true)]
        public abstract partial record Change
        {
            public sealed partial record Put(Item Item) : Change;
        }
        """).Compiles());

    [Test]
    public void Every_form_of_member_is_written() => Snapshot.Verify(GeneratorRun.Of(
        """
        namespace Samples;

        public enum Color { Red, Green }
        public readonly record struct Point(int X, int Y);

        [Named("samples.Everything")]
        public sealed partial class Everything
        {
            public required string Name { get; init; }
            public string? Note { get; set; }
            public int Count;
            public Color Color { get; init; }
            public Point Point { get; init; }
            public int? Maybe { get; init; }
            public Point? MaybePoint { get; init; }
            public List<string?> Texts { get; init; } = [];
            public Dictionary<string, List<Point>>? Points { get; init; }
            public ReadOnlyMemory<byte> Bytes { get; init; }
            public Color[] Colors { get; init; } = [];
            public ActorRef<Worker> Worker { get; init; }
            public OncePortRef<long> Port { get; init; }
            public ActorId? Id { get; init; }
            public Unit Unit { get; init; }
            public (int, long)[]? Pairs { get; init; }
            public Inner? Inner { get; init; }
            public int Double => Count * 2;
            public static int Shared { get; set; }
            private int Hidden { get; set; }
        }

        [Named]
        public partial struct Inner
        {
            public string? Text { get; set; }
            public int @class;
        }

        public sealed class Worker : Actor;
        """).Compiles());

    [Test]
    public void Nested_types_reducers_and_enums_are_registered() => Snapshot.Verify(GeneratorRun.Of(
        """
        namespace Samples
        {
            public static partial class Outer
            {
                public partial record struct Middle
                {
                    public partial interface IInner
                    {
                        [Named] internal sealed partial record Deep(string A, int B = 3, string C = "x\"y");
                    }
                }
            }

            [Named("samples.Sum")]
            public readonly partial struct Sum : IReducer<long[]>
            {
                public static long[] Combine(long[] earlier, long[] later) => earlier;
            }

            [Named("samples.Mode")] public enum Mode { A, B }
        }

        [Named] public partial record Global(string Value) { public int Extra { get; set; } }
        """).Compiles());
}
