using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Net;
using System.Numerics;
using System.Text;
using Hyperactor.Data;
using Hyperactor.Tests.Data.Wire;

[assembly: Hyperactor.RegisterType(typeof(LinkedList<LinkedList<string>>))]
[assembly: Hyperactor.RegisterType(typeof(Dictionary<string, string>))]

namespace Hyperactor.Tests.Data;

[Named("tests.PortsEverywhere"), Bind, Unbind]
public sealed partial record PortsEverywhere(
    [Include] Queue<PortRef<long>> Queue,
    [Include] (PortRef<long>, int, OncePortRef<string>) Tuple,
    [Include] SortedDictionary<int, PortRef<long>> Dictionary,
    [Include] ImmutableStack<PortRef<long>> Stack,
    [Include] KeyValuePair<string, PortRef<long>> Pair,
    [Include] PortRef<long>[,] Grid,
    [Include] FrozenDictionary<string, PortRef<long>> Frozen,
    PortRef<long> Inline);

public sealed class CollectionTests
{
    private static readonly ActorId Owner = new WorldId("w").Proc(0).Actor("owner");

    private static IEnumerable<TestCaseData> Values()
    {
        yield return Case<Queue<string>>(new(["a", "b"]), "[\"a\",\"b\"]");
        yield return Case<Stack<int>>(new([1, 2, 3]), "[1,2,3]");
        yield return Case<LinkedList<int>>(new([1, 2]), "[1,2]");
        yield return Case<SortedSet<string>>(["b", "a"], "[\"a\",\"b\"]");
        yield return Case<SortedDictionary<string, string>>(new() { ["b"] = "1", ["a"] = "2" }, "{\"a\":\"2\",\"b\":\"1\"}");
        yield return Case<SortedList<int, long>>(new() { [2] = 1, [1] = 2 }, "[[1,2],[2,1]]");
        yield return Case<ConcurrentDictionary<int, int>>(new([KeyValuePair.Create(1, 2)]), "[[1,2]]");
        yield return Case<ConcurrentQueue<int>>(new([1, 2]), "[1,2]");
        yield return Case<ConcurrentStack<int>>(new([1, 2]), "[1,2]");
        yield return Case<ConcurrentBag<int>>([1], "[1]");
        yield return Case<Collection<int>>([1, 2], "[1,2]");
        yield return Case<ReadOnlyCollection<int>>(new([1, 2]), "[1,2]");
        yield return Case<ReadOnlyDictionary<int, long>>(new(new Dictionary<int, long> { [1] = 2 }), "[[1,2]]");
        yield return Case<ImmutableList<int>>([1, 2], "[1,2]");
        yield return Case<ImmutableHashSet<int>>([1], "[1]");
        yield return Case<ImmutableSortedSet<string>>(["b", "a"], "[\"a\",\"b\"]");
        yield return Case<ImmutableQueue<int>>([1, 2], "[1,2]");
        yield return Case<ImmutableStack<int>>([1, 2], "[1,2]");
        yield return Case(ImmutableDictionary<int, long>.Empty.Add(1, 2), "[[1,2]]");
        yield return Case(ImmutableSortedDictionary<string, int>.Empty.Add("b", 1).Add("a", 2), "{\"a\":2,\"b\":1}");
        yield return Case(new[] { 1 }.ToFrozenSet(), "[1]");
        yield return Case(new Dictionary<int, long> { [1] = 2 }.ToFrozenDictionary(), "[[1,2]]");
        yield return Case<IEnumerable<int>>(Enumerable.Range(1, 2), "[1,2]");
        yield return Case<IReadOnlyCollection<string>>(new Queue<string>(["a"]), "[\"a\"]");
        yield return Case<ICollection<int>>(new SortedSet<int> { 2, 1 }, "[1,2]");
        yield return Case<IList<string>>(["a"], "[\"a\"]");
        yield return Case<ISet<int>>(new SortedSet<int> { 2, 1 }, "[1,2]");
        yield return Case<IReadOnlySet<string>>(new SortedSet<string> { "a" }, "[\"a\"]");
        yield return Case<IDictionary<int, long>>(new SortedDictionary<int, long> { [1] = 2 }, "[[1,2]]");
        yield return Case<IImmutableList<int>>(ImmutableList.Create(1), "[1]");
        yield return Case<IImmutableSet<int>>(ImmutableSortedSet.Create(1), "[1]");
        yield return Case<IImmutableQueue<int>>(ImmutableQueue.Create(1, 2), "[1,2]");
        yield return Case<IImmutableStack<int>>(ImmutableStack.Create(1, 2), "[1,2]");
        yield return Case<IImmutableDictionary<int, int>>(ImmutableDictionary<int, int>.Empty.Add(1, 2), "[[1,2]]");
        yield return Case(KeyValuePair.Create("a", 1), "[\"a\",1]");
        yield return Case(KeyValuePair.Create(1, 2L), "[1,2]");
        yield return Case(new int[,] { { 1, 2, 3 }, { 4, 5, 6 } }, "{\"rows\":2,\"columns\":3,\"items\":[1,2,3,4,5,6]}");
        yield return Case(new string[0, 3], "{\"rows\":0,\"columns\":3,\"items\":[]}");
        yield return Case<Memory<byte>>(new byte[] { 1, 2, 3 }, "\"AQID\"");
        yield return Case<Memory<string>>(new[] { "a" }, "[\"a\"]");
        yield return Case(new ArraySegment<int>([1, 2, 3], 1, 1), "[2]");
        yield return Case(default(ArraySegment<int>), "[]");
        yield return Case(new Uri("https://a.b/c"), "\"https://a.b/c\"");
        yield return Case(new Version(1, 2, 3), "\"1.2.3\"");
        yield return Case(IPAddress.Parse("fe80::1%3"), "\"fe80::1%3\"");
        yield return Case(new IPEndPoint(IPAddress.IPv6Loopback, 80), "\"[::1]:80\"");
        yield return Case(new BigInteger(-300), "\"1P4=\"");
        yield return Case(new Rune(0x1F600), "\"\\uD83D\\uDE00\"");
        yield return Case(ChannelAddress.Parse("tcp:127.0.0.1:4000"), "\"tcp:127.0.0.1:4000\"");
        yield return Case(new Index(1, fromEnd: true), "\"/v///w==\"");
    }

    [TestCaseSource(nameof(Values))]
    public void Each_travels_in_both_encodings(Action check) => check();

    [Test]
    public void What_cannot_be_is_refused() => Assert.Multiple(static () =>
    {
        Refused<HashSet<int>>(Payload.Write<int[]>([1, 1], null), "twice");
        Refused<SortedSet<int>>(Payload.Write<int[]>([1, 1], null), "twice");
        Refused<FrozenSet<int>>(Payload.Write<int[]>([1, 1], null), "twice");
        Refused<ImmutableSortedSet<string>>(Payload.Write<string[]>(["a", "a"], null), "twice");
        Refused<ISet<int>>(Payload.Write<int[]>([1, 1], null), "twice");
        Refused<Dictionary<int, long>>([2, 0, 0, 0, .. new byte[32]], "twice");
        Refused<SortedList<int, long>>([2, 0, 0, 0, .. new byte[32]], "twice");
        Refused<Dictionary<string, int>>([1, 0, 0, 0, 255, 255, 255, 255, 0, 0, 0, 0], "key that is null");
        Refused<FrozenDictionary<string, int>>([1, 0, 0, 0, 255, 255, 255, 255, 0, 0, 0, 0], "key that is null");
        Refused<int[,]>([3, 2, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 7, 0, 0, 0], "2 by 2 has 1 items");
        Refused<int[,]>([3, 255, 255, 255, 255, 255, 255, 255, 255, 1, 0, 0, 0, 7, 0, 0, 0], "-1 by -1");
        Refused<int[,]>([3, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0], "has 0 items");
        Refused<int[,]>([3, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 255, 255], "has 0 items");
        Refused<int[,]>([4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], "4 were sent");
        Refused<Version>([4, 255, 255, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], "Version");
        Refused<Version>([2, 0, 0, 0, 0, 0, 0, 0, 0], "2 were sent");
        Refused<IPAddress>(Payload.Write("localhost", null), "IPAddress");
        Refused<IPEndPoint>(Payload.Write("1.2.3.4:x", null), "IPEndPoint");
        Refused<ChannelAddress>(Payload.Write("ftp:x", null), "ChannelAddress");
        Refused<Uri>(Payload.Write("http://[", null), "Uri");
        Refused<BigInteger>([255, 255, 255, 255], "missing");
        Refused<Rune>([0, 0xD8, 0, 0], "Rune");
        Refused<Rune>([0, 0, 0x11, 0], "Rune");
        Refused<LinkedList<LinkedList<string>>>([255, 255, 255, 127], "announced");
        Refused<OursBox<string>?>([2, 255, 255, 255, 255], "2 were sent");
        Assert.That(() => Json<Rune>("\"ab\""), Throws.TypeOf<MessageFormatException>());
        Assert.That(() => Json<Rune>("\"\""), Throws.TypeOf<MessageFormatException>());
        Assert.That(() => Json<Version>("\"1\""), Throws.TypeOf<MessageFormatException>());
        Assert.That(() => Json<Uri>("3"), Throws.TypeOf<MessageFormatException>());
        Assert.That(() => Json<SortedSet<int>>("[1,1]"), Throws.TypeOf<MessageFormatException>());
        Assert.That(() => Json<int[,]>("{\"rows\":1,\"columns\":2,\"items\":[1]}"), Throws.TypeOf<MessageFormatException>());
        Assert.That(() => Json<KeyValuePair<int, long>>("[1]"), Throws.TypeOf<MessageFormatException>());
    });

    [Test]
    public void Ports_in_collections_and_tuples_go_to_the_table_in_order()
    {
        ulong next = 0;
        PortRef<long> Port() => new(Owner.Port(++next));
        var message = new PortsEverywhere(
            new([Port(), Port()]), (Port(), 5, new(Owner.Port(++next))), new() { [2] = Port() }, [Port()], new("k", Port()),
            new[,] { { Port(), Port() } }, new Dictionary<string, PortRef<long>> { ["x"] = Port() }.ToFrozenDictionary(), Port());
        List<PortEntry> ports = [];
        var bytes = Payload.Write(message, ports);
        Assert.That(ports.Select(static p => p.Port.Index), Is.EqualTo(Enumerable.Range(1, (int)next - 1).Select(static i => (ulong)i)));
        ports = [.. ports.Select(static p => p with { Port = Owner.Port(p.Port.Index + 100) })];
        var back = Payload.Read<PortsEverywhere>(bytes, ports);
        Assert.Multiple(() =>
        {
            Assert.That(back.Queue.Select(static p => p.Id.Index), Is.EqualTo(new ulong[] { 101, 102 }));
            Assert.That((back.Tuple.Item1.Id.Index, back.Tuple.Item3.Id.Index), Is.EqualTo((103UL, 104UL)));
            Assert.That(back.Dictionary[2].Id.Index, Is.EqualTo(105));
            Assert.That(back.Frozen["x"].Id.Index, Is.EqualTo(next + 99));
            Assert.That(back.Inline, Is.EqualTo(message.Inline));
        });
    }

    [Test]
    public void What_others_change_meanwhile_is_written_whole()
    {
        using var stop = new CancellationTokenSource();
        var bag = new ConcurrentDictionary<int, int>();
        var queue = new ConcurrentQueue<int>();
        var changes = Task.Run(() =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i = (i + 1) % 1000)
            {
                bag[i] = i;
                bag.TryRemove(i - 50, out _);
                queue.Enqueue(i);
                queue.TryDequeue(out _);
            }
        });
        for (var i = 0; i < 500; i++)
        {
            Payload.Read<ConcurrentDictionary<int, int>>(Payload.Write(bag, null), []);
            Payload.Read<ConcurrentQueue<int>>(Payload.Write(queue, null), []);
        }

        stop.Cancel();
        Assert.That(async () => await changes, Throws.Nothing);
    }

    [Test]
    public void Memory_that_comes_is_its_own()
    {
        var bytes = Payload.Write<Memory<byte>>(new byte[] { 1, 2 }, null);
        var memory = Payload.Read<Memory<byte>>(bytes, []);
        memory.Span[0] = 9;
        Assert.That(bytes, Is.EqualTo(new byte[] { 2, 0, 0, 0, 1, 2 }));
    }

    [Test]
    public void What_a_few_bytes_make_is_not_much()
    {
        byte[] bytes = [255, 255, 0, 0, .. new byte[100]];
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Multiple(() =>
        {
            Assert.That(() => Payload.Read<Padded[]>(bytes, []), Throws.TypeOf<MessageFormatException>());
            Assert.That(() => Payload.Read<long[,]>(bytes, []), Throws.TypeOf<MessageFormatException>());
            Assert.That(() => Payload.Read<Dictionary<int, long>>(bytes, []), Throws.TypeOf<MessageFormatException>());
            Assert.That(() => Payload.Read<FrozenDictionary<int, long>>(bytes, []), Throws.TypeOf<MessageFormatException>());
        });
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(200_000));
    }

    private static TestCaseData Case<T>(T value, string json) => new TestCaseData((Action)(() => Assert.Multiple(() =>
    {
        var packed = Serialized.Of(value);
        Assert.That(Serialized.Of(packed.Deserialize<T>()), Is.EqualTo(packed));
        Assert.That(Encoding.UTF8.GetString(packed.ToJson().Bytes.Span), Is.EqualTo(json));
        Assert.That(packed.ToJson().To(SerializedEncoding.MemoryPack), Is.EqualTo(packed));
        Assert.That(packed.Deserialize<T>(), Is.AssignableTo<T>());
    }))).SetArgDisplayNames(TypeNames.Of(typeof(T)));

    private static void Refused<T>(byte[] bytes, string why) => Assert.That(
        () => Payload.Read<T>(bytes, []), Throws.TypeOf<MessageFormatException>().With.Message.Contains(why), $"{typeof(T)}");

    private static T Json<T>(string json) => JsonForm.Read<T>(JsonForm.Parse(Encoding.UTF8.GetBytes(json)));
}
