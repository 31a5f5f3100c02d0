using Hyperactor.Worlds;

namespace Hyperactor.Tests.Design;

[Named("shop.IShoppingList"), Handler]
public partial interface IShoppingList
{
    /// <summary>Puts an item on the list.</summary>
    void Add(string item);

    /// <summary>Whether an item is on the list.</summary>
    ValueTask<bool> Exists(string item);

    /// <summary>All items, in order.</summary>
    ValueTask<string[]> List();
}

[Export(typeof(IShoppingList), Spawn = true)]
public sealed partial class ShoppingListActor : Actor, IShoppingList
{
    private readonly SortedSet<string> _items = [];

    public void Add(string item) => _items.Add(item);

    public ValueTask<bool> Exists(string item) => new(_items.Contains(item));

    public ValueTask<string[]> List() => new([.. _items]);

    [Handler]
    private ValueTask Clear()
    {
        _items.Clear();
        return default;
    }
}

[Export(Spawn = true)]
public sealed partial class Counter(long start) : Actor
{
    private long _value = start;

    [Handler] private void Add(long amount) => _value += amount;

    [Handler] private ValueTask<long> Get() => new(_value);

    [Handler]
    private async ValueTask Save(Context cx, string path, CancellationToken stopping) =>
        await File.WriteAllTextAsync(path, $"{cx.Self.Name}={_value}", stopping);
}

[Named]
public sealed partial record TrainerOptions(int Features, double Rate);

[Named]
public sealed partial record Shard(int Rows);

[Named]
public sealed partial record Gradient(float[] Values, int Rows);

[Named, Bind, Unbind]
public sealed partial record Step(int Epoch, ReadOnlyMemory<float> Weights, [Include] PortRef<Gradient> Reply);

[Named]
public readonly partial struct SumGradient : IReducer<Gradient>
{
    public static Gradient Combine(Gradient earlier, Gradient later) =>
        new([.. earlier.Values.Zip(later.Values, (a, b) => a + b)], earlier.Rows + later.Rows);
}

[Export(Spawn = true)]
public sealed partial class Trainer(TrainerOptions options) : Actor
{
    private int _rows;

    [Handler] private void Initialize(Shard shard) => _rows = shard.Rows;

    [Handler(Cast = true)]
    private ValueTask On(Context cx, Step step)
    {
        var values = new float[options.Features];
        Array.Fill(values, step.Weights.Span[0] * _rows);
        step.Reply.Send(cx, new(values, _rows));
        return default;
    }
}

/// <summary>The code that the design promises to its users.</summary>
public sealed class DesignTests
{
    [Test]
    public async Task An_actor_and_its_handlers()
    {
        await using var proc = Proc.Local();
        await using var client = proc.Attach("client");
        ActorHandle<Counter> counter = proc.Spawn("counter", new Counter(start: 0));
        counter.Add(client, 5);
        long value = await counter.GetAsync(client);
        ActorRef<Counter> anywhere = counter.Bind();
        anywhere.Add(client, 6);
        var path = Path.GetTempFileName();
        await anywhere.SaveAsync(client, path);
        Assert.Multiple(() =>
        {
            Assert.That(value, Is.EqualTo(5));
            Assert.That(File.ReadAllText(path), Is.EqualTo("counter=11"));
        });
        File.Delete(path);
    }

    [Test]
    public async Task A_protocol_needs_no_reference_to_the_implementation()
    {
        await using var proc = Proc.Local();
        await using var client = proc.Attach("client");
        var handle = proc.Spawn("list", new ShoppingListActor());
        ActorRef<IShoppingList> list = handle.Bind<IShoppingList>();
        list.Add(client, "milk");
        list.Add(client, "bread");
        Assert.Multiple(async () =>
        {
            Assert.That(await list.ExistsAsync(client, "milk"), Is.True);
            Assert.That(await list.ExistsAsync(client, "wine"), Is.False);
            Assert.That(await list.ListAsync(client), Is.EqualTo(new[] { "bread", "milk" }));
            Assert.That(await handle.ListAsync(client), Is.EqualTo(new[] { "bread", "milk" }));
        });
        await handle.ClearAsync(client);
        Assert.That(await handle.Bind().ListAsync(client), Is.Empty);
    }

    [Test]
    public async Task A_protocol_that_an_actor_does_not_implement_is_refused()
    {
        await using var proc = Proc.Local();
        var handle = proc.Spawn("counter", new Counter(0));
        Assert.That(
            () => Bind<IShoppingList>(),
            Throws.ArgumentException.With.Message.Contains("does not export a handler of shop.IShoppingList.Add"));

        // Where the type is known, the compiler says so (HYP1009).
        ActorRef<TProtocol> Bind<TProtocol>() => handle.Bind<TProtocol>();
    }

    [Test]
    public async Task A_world_a_gang_and_a_reduced_reply()
    {
        await using World world = await World.LaunchAsync(
            "trainers", new WorldOptions { Procs = 8, Launcher = Launcher.InProcess });
        await using var client = world.Attach("client");
        GangRef<Trainer> gang = await world.SpawnAsync<Trainer>(client, "trainer", new TrainerOptions(3, 0.5));
        gang.Initialize(client, new Shard(10));
        float[] weights = [2f];
        CastResult<Gradient> sum = await gang.ReduceAsync<Step, Gradient, SumGradient>(
            client, port => new Step(1, weights, port));
        ActorRef<Trainer> first = gang[0];
        first.Initialize(client, new Shard(0));
        var less = await gang.ReduceAsync<Step, Gradient, SumGradient>(client, port => new Step(2, weights, port));
        Assert.Multiple(() =>
        {
            Assert.That(sum.ValueOrThrow().Values, Is.EqualTo(new[] { 160f, 160f, 160f }));
            Assert.That(sum.Value.Rows, Is.EqualTo(80));
            Assert.That(less.ValueOrThrow().Rows, Is.EqualTo(70));
        });
    }
}
