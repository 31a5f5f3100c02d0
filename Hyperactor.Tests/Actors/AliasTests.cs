using Hyperactor.Tests.Casting;

namespace Hyperactor.Tests.Actors;

[Named] public sealed partial record Mark(int Number);

[Named] public sealed partial record Nothing;

[Named] public sealed partial record Box<T>(T Value);

[Handler]
public partial interface IMarks
{
    ValueTask<int[]> Marks();

    void Note(ulong number);
}

/// <summary>A set of messages: no actor names it.</summary>
[Alias(typeof(Mark), typeof(Nothing), typeof(Box<Nothing>), typeof(Box<int>), typeof(IMarks))]
public partial interface IMarkable;

[Alias(typeof(Mark), typeof(Forgotten))]
public partial class MarksAndForgets;

[Export(typeof(IMarks), Spawn = true)]
public partial class MarkActor : Actor, IMarks
{
    private readonly List<int> _marks = [];

    public ValueTask<int[]> Marks() => new([.. _marks]);

    public void Note(ulong number) => _marks.Add((int)number);

    [Handler(Cast = true)] private void On(Mark mark) => _marks.Add(mark.Number);

    [Handler] private void On(Nothing nothing) => _marks.Add(nothing is null ? -1 : 0);

    [Handler(Name = "Boxed")] private void OnBox(Box<Nothing> box) => _marks.Add(box.Value is null ? -2 : -3);

    [Handler] private void On(Box<int> box) => _marks.Add(box.Value);

    [Handler] protected virtual ValueTask<string> Name() => new("base");

    [Handler(OneWay = true)]
    private async ValueTask Later(string gate, int mark)
    {
        await Gates.Of(gate);
        _marks.Add(mark);
    }
}

[Export]
public sealed partial class SpecialMarkActor : MarkActor
{
    protected override ValueTask<string> Name() => new("special");

    [Handler] private void On(Forgotten forgotten) => _ = forgotten;
}

/// <summary>Keeps values of any type; its clients are for one process.</summary>
public sealed partial class KeepActor<T> : Actor
    where T : notnull
{
    private readonly List<T> _values = [];

    [Handler] private void Keep(T value) => _values.Add(value);

    [Handler] private ValueTask<IReadOnlyList<T>> All() => new([.. _values]);
}

/// <summary>Aliases, one-way handlers that await, and handlers of base classes.</summary>
public sealed class AliasTests
{
    [Test]
    public async Task Every_message_of_an_alias_reaches_its_handler()
    {
        await using var proc = Proc.Local();
        await using var client = proc.Attach("client");
        var handle = proc.Spawn("marks", new MarkActor());
        ActorRef<IMarkable> front = handle.Bind<IMarkable>();
        front.Mark(client, new Mark(1));
        front.Nothing(client, new Nothing());
        front.Box(client, new Box<Nothing>(new Nothing()));
        front.Box(client, new Box<int>(4));
        front.Note(client, 5UL);
        Assert.That(await front.MarksAsync(client).Soon(), Is.EqualTo(new[] { 1, 0, -3, 4, 5 }));
    }

    [Test]
    public async Task Plain_sends_and_casts_to_an_alias_arrive_in_the_order_in_which_they_were_sent()
    {
        await using var net = new TestNet(5);
        var gang = net.Spawn("marks", _ => new MarkActor());
        var all = new GangRef<IMarkable>(gang.Id, gang.Size);
        ActorRef<IMarkable> first = all[0];
        for (var i = 0; i < 200; i++)
        {
            if (i % 3 == 0)
            {
                all.Mark(net.Client, new Mark(i));
            }
            else
            {
                first.Mark(net.Client, new Mark(i));
            }
        }

        Assert.That(await first.MarksAsync(net.Client).Soon(), Is.EqualTo(Enumerable.Range(0, 200)));
    }

    [Test]
    public async Task What_does_not_handle_all_messages_is_not_bound_in_generic_code()
    {
        await using var proc = Proc.Local();
        var marks = proc.Spawn("marks", new MarkActor());
        var counter = proc.Spawn("counter", new CounterActor(0));
        Assert.That(
            () => Binding.As<MarkActor, MarksAndForgets>(marks),
            Throws.ArgumentException.With.Message.Contains("does not export a handler of tests.Forgotten"));
        Assert.That(() => Binding.As<CounterActor, IMarkable>(counter), Throws.ArgumentException.With.Message.Contains("Mark"));
        Assert.That(() => Binding.As<CounterActor, IDisposable>(counter), Throws.ArgumentException.With.Message.Contains("which is none"));
        Assert.That(Binding.As<MarkActor, IMarkable>(marks).Id, Is.EqualTo(marks.Id));
        Assert.That(Binding.As<MarkActor, MarkActor>(marks).Id, Is.EqualTo(marks.Id));
    }

    [Test]
    public async Task A_derived_actor_keeps_what_its_base_keeps()
    {
        await using var proc = Proc.Local();
        await using var client = proc.Attach("client");
        var handle = proc.Spawn("special", new SpecialMarkActor());
        handle.Bind<IMarkable>().Mark(client, new Mark(1));
        handle.Bind<MarksAndForgets>().Mark(client, new Mark(2));
        handle.Bind<MarkActor>().Note(client, 3);
        handle.On(client, new Mark(4));
        Assert.Multiple(async () =>
        {
            Assert.That(await handle.MarksAsync(client).Soon(), Is.EqualTo(new[] { 1, 2, 3, 4 }));
            Assert.That(await handle.Bind<MarkActor>().NameAsync(client).Soon(), Is.EqualTo("special"));
        });
    }

    [Test]
    public async Task A_one_way_handler_may_await_and_its_sender_does_not_wait()
    {
        await using var proc = Proc.Local();
        await using var client = proc.Attach("client");
        var handle = proc.Spawn("marks", new MarkActor());
        var gate = Guid.NewGuid().ToString();
        handle.Later(client, gate, 1);
        handle.Bind().Later(client, gate, 2);
        handle.On(client, new Mark(3));
        Gates.Open(gate);
        Assert.That(await handle.MarksAsync(client).Soon(), Is.EqualTo(new[] { 1, 2, 3 }));
    }

    [Test]
    public async Task A_generic_actor_has_clients_in_its_process_and_no_references()
    {
        await using var proc = Proc.Local();
        await using var client = proc.Attach("client");
        var texts = proc.Spawn("texts", new KeepActor<string>());
        var numbers = proc.Spawn("numbers", new KeepActor<int>());
        texts.Keep(client, "a");
        numbers.Keep(client, 1);
        Assert.Multiple(async () =>
        {
            Assert.That(await texts.AllAsync(client).Soon(), Is.EqualTo(new[] { "a" }));
            Assert.That(await numbers.AllAsync(client).Soon(), Is.EqualTo(new[] { 1 }));
            Assert.That(() => Binding.As<KeepActor<int>, IMarkable>(numbers), Throws.ArgumentException);
        });
    }
}
