namespace Hyperactor.Generators.Tests;

/// <summary>Structs that travel as their bytes in memory, and which of these bytes are checked.</summary>
public sealed class BitsTests
{
    [Test]
    public void What_may_be_no_value_is_checked() => Snapshot.Verify(GeneratorRun.Of(
        """
        namespace Samples;

        public readonly record struct Plain(int X, short Y);

        [Named]
        public readonly partial record struct Span(
            DateTime From, DateTime? To, (bool, (int, DateOnly)?) Flags, Inner Inner, Pair<bool> Pair, Plain Plain, Free Free);

        [Named]
        public partial struct Inner
        {
            private bool _on;
            public int Count { get; set; }
            public void Turn() => _on = !_on;
        }

        [Named]
        public readonly partial record struct Pair<T>(T First, (T, int)? Second);

        [Named]
        public readonly partial record struct Free(int X, Plain Plain);

        [Export]
        public sealed partial class Timer : Actor
        {
            [Handler] void Start(DateTimeOffset at, bool repeat, int count) { }
        }
        """).Compiles());
}
