namespace Hyperactor.Tests.Protocols;

/// <summary>Every shape of case: one-way and call, by position and by name, with arguments and without.</summary>
[Named("tests.Shopping"), Handler]
public abstract partial record Shopping
{
    /// <summary>Adds to the list.</summary>
    /// <param name="Item">What to buy.</param>
    /// <param name="Count">How many.</param>
    public sealed partial record Add(string Item, int Count = 1) : Shopping;

    /// <summary>Takes everything off the list.</summary>
    public sealed partial record Clear : Shopping;

    /// <summary>Takes one thing off the list.</summary>
    public sealed partial record Remove : Shopping
    {
        /// <summary>What not to buy.</summary>
        public required string Item { get; init; }

        public int? Count { get; init; }
    }

    /// <summary>Asks whether something is on the list.</summary>
    public sealed partial record Exists(string Item, [Reply] OncePortRef<bool> Result) : Shopping;

    /// <summary>Asks for the list.</summary>
    public sealed partial record List([Reply] OncePortRef<string[]> Items) : Shopping;

    /// <summary>Asks how many of something are on the list.</summary>
    public sealed partial record CountOf : Shopping
    {
        public string? Item { get; init; }

        [Reply]
        public required OncePortRef<long> result { get; init; }
    }

    /// <summary>A field that is called as a local of ours could be.</summary>
    public sealed partial record Note(string result, string context, string actor, string from, string message) : Shopping;

    /// <summary>Fails.</summary>
    public sealed partial record Break(string Why, [Reply] OncePortRef<int> Result) : Shopping;

    /// <summary>Refuses.</summary>
    public sealed partial record Refuse(bool Later, [Reply] OncePortRef<int> Result) : Shopping;

    /// <summary>Reports progress to a port of the sender's.</summary>
    [Handler(Name = "Watch")]
    public sealed partial record Observe(PortRef<string> Progress) : Shopping;

    /// <summary>Waits for a gate.</summary>
    public sealed partial record Wait(string Gate, [Reply] OncePortRef<Unit> Done = default) : Shopping;
}

[Export(typeof(Shopping), typeof(Ping), Spawn = true)]
public sealed partial class ShoppingActor : Actor, IShoppingHandler, IPingHandler
{
    private readonly SortedDictionary<string, int> _items = new(StringComparer.Ordinal);

    public ValueTask Add(Context context, string item, int count)
    {
        _items[item] = _items.GetValueOrDefault(item) + count;
        return default;
    }

    public ValueTask Clear(Context context)
    {
        _items.Clear();
        return default;
    }

    public ValueTask Remove(Context context, string item, int? count)
    {
        if (count is { } some && _items.GetValueOrDefault(item) > some)
        {
            _items[item] -= some;
        }
        else
        {
            _items.Remove(item);
        }

        return default;
    }

    public ValueTask<bool> Exists(Context context, string item) => new(_items.ContainsKey(item));

    public ValueTask<string[]> List(Context context) => new([.. _items.Keys]);

    public ValueTask<long> CountOf(Context context, string? item) => new(item is null ? -1 : _items.GetValueOrDefault(item));

    public ValueTask Note(Context context2, string result, string context, string actor, string from, string message) =>
        Add(context2, result + context + actor + from + message, 1);

    public async ValueTask<int> Break(Context context, string why)
    {
        await Task.Yield();
        throw new InvalidOperationException(why);
    }

    public async ValueTask<int> Refuse(Context context, bool later)
    {
        if (later)
        {
            await Task.Yield();
        }

        throw new CallFaultException("not today");
    }

    ValueTask IShoppingHandler.Watch(Context context, PortRef<string> progress)
    {
        foreach (var item in _items.Keys)
        {
            progress.Send(context, item);
        }

        return default;
    }

    public async ValueTask<Unit> Wait(Context context, string gate)
    {
        Gates.Open($"{gate}:entered");
        await Gates.Of(gate).WaitAsync(context.Stopping);
        return default;
    }

    public ValueTask<long> Ping(Context context, long number) => new(number + 1);

    /// <summary>A handler of its own beside those of the protocols.</summary>
    [Handler]
    private ValueTask<int> Size() => new(_items.Count);
}

/// <summary>A message that is a protocol by itself, as a struct.</summary>
[Named("tests.Ping"), Handler]
public partial record struct Ping(long Number, [Reply] OncePortRef<long> Found);

/// <summary>The same one-way, as a class with properties.</summary>
[Named("tests.Tell"), Handler]
public sealed partial class Tell
{
    public required string Text { get; init; }
}

/// <summary>All that may be cast: it holds no port beside the reply, or says where it is.</summary>
[Named("tests.Voting"), Handler(Cast = true), Bind, Unbind]
public abstract partial record Voting
{
    public sealed partial record Set(long Value) : Voting;

    public sealed partial record Get([Reply] OncePortRef<long> Value) : Voting;

    public sealed partial record Tell([Include] PortRef<string> Port) : Voting;
}

[Export(typeof(Voting))]
public sealed partial class Voter(int rank) : Actor, IVotingHandler
{
    private long _value;

    public ValueTask Set(Context context, long value)
    {
        _value = value + rank;
        return default;
    }

    public ValueTask<long> Get(Context context) => new(_value);

    public ValueTask Tell(Context context, PortRef<string> port)
    {
        port.Send(context, $"<{rank}>");
        return default;
    }
}

/// <summary>Handles protocols in its process only, and a message of its own to everybody.</summary>
[Forward(typeof(Tell), typeof(Voting), typeof(IShelf)), Export(typeof(Ping))]
public sealed partial class Forwarder : Actor, ITellHandler, IVotingHandler, IPingHandler, IShelf
{
    private readonly List<string> _texts = [];
    private long _value;

    public void Put(string book) => _texts.Add(book);

    ValueTask ITellHandler.Tell(Context context, string text)
    {
        _texts.Add(text);
        return default;
    }

    ValueTask IVotingHandler.Tell(Context context, PortRef<string> port) => default;

    public ValueTask Set(Context context, long value)
    {
        _value = value;
        return default;
    }

    public ValueTask<long> Get(Context context) => new(_value);

    public ValueTask<long> Ping(Context context, long number) => new(_texts.Count + number);
}

/// <summary>Forwards and does nothing else: it has neither handlers of its own nor exports.</summary>
[Forward(typeof(Tell))]
public sealed partial class Listener : Actor, ITellHandler
{
    internal List<string> Texts { get; } = [];

    public ValueTask Tell(Context context, string text)
    {
        lock (Texts)
        {
            Texts.Add(text);
        }

        return default;
    }
}

[Named("tests.Shelf"), Handler]
public partial interface IShelf
{
    void Put(string book);
}

/// <summary>A message that is answered, and what handles it by a method.</summary>
[Named("tests.Question2")]
public sealed partial record Asked(int Number, [Reply] OncePortRef<string> Answer = default);

[Export]
public sealed partial class AskedActor : Actor
{
    [Handler(Cast = true)]
    private ValueTask<string> Ask(Context cx, Asked asked) => asked.Number < 0
        ? throw new CallFaultException("no")
        : new($"{asked.Number}");

    /// <summary>Another type than the one that the message is answered with: the message is an argument.</summary>
    [Handler]
    private ValueTask<int> Judge(Asked asked) => new(asked.Number);
}

/// <summary>An actor that derives from one with protocols.</summary>
[Export(typeof(Ping))]
public partial class BasePinger : Actor, IPingHandler
{
    public virtual ValueTask<long> Ping(Context context, long number) => new(number);
}

[Export]
public sealed partial class DerivedPinger : BasePinger
{
    public override ValueTask<long> Ping(Context context, long number) => new(-number);
}
