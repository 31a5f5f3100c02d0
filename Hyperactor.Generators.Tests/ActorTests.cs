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
}
