namespace Hyperactor.Generators.Tests;

public sealed class ActorTests
{
    internal const string Counter =
        """
        namespace Samples;

        /// <summary>Counts.</summary>
        [Export(Spawn = true)]
        public sealed partial class Counter(long start) : Actor
        {
            private long _value = start;

            /// <summary>Adds to the count.</summary>
            /// <param name="amount">How much.</param>
            [Handler] void Add(long amount) => _value += amount;

            /// <summary>Asks for the count.</summary>
            [Handler] ValueTask<long> Get() => new(_value);

            [Handler]
            async ValueTask Save(Context cx, string path, CancellationToken stopping)
            {
                await File.WriteAllTextAsync(path, $"{cx.Self} {_value}", stopping);
            }
        }
        """;

    [Test]
    public void Counter_has_messages_dispatch_clients_and_a_catalog() =>
        Snapshot.Verify(GeneratorRun.Of("global using System.IO;\n" + Counter).Compiles());

    [Test]
    public void Explicit_messages_share_a_name_and_are_cast() => Snapshot.Verify(GeneratorRun.Of(
        """
        namespace Samples;

        [Named, Bind, Unbind] public sealed partial record Step(int Epoch, [Include] PortRef<long> Reply);
        [Named] public sealed partial record Stop(string? Why, PortRef<long> Reply);

        [Export, Named("trainer")]
        public partial class Trainer : Actor
        {
            [Handler(Cast = true)] ValueTask On(Context cx, Step step) => default;
            [Handler] void On(Stop stop) { }
            [Handler(Name = "Reset")] void Forget(int @class, string actor, string from, [Include] PortRef<int> done) { }
        }
        """).Compiles());

    [Test]
    public void Actor_that_is_not_exported_stays_in_its_process() => Snapshot.Verify(GeneratorRun.Of(
        """
        public static partial class Outer
        {
            internal sealed partial class Local : Actor
            {
                [Handler] void Add(Func<int> make, int times = 3) { }
                [Handler] ValueTask<object?> GetAsync(Context cx) => new((object?)null);
            }
        }
        """).Compiles());

    [Test]
    public void Derived_actor_has_the_handlers_of_its_base() => Snapshot.Verify(GeneratorRun.Of(
        """
        namespace Samples;

        [Export] public abstract partial class Worker : Actor
        {
            [Handler] void Ping(int x) { }
            [Handler] protected abstract ValueTask<int> Rank();
        }

        [Export(Spawn = true)] public sealed partial class Special : Worker
        {
            [Handler] void Extra() { }
            [Handler] void Ping(string other) { }
            protected override ValueTask<int> Rank() => new(1);
        }
        """).Compiles());
}
