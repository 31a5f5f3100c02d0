using CsCheck;
using Hyperactor.References;

namespace Hyperactor.Tests.References;

public sealed class RouteTableTests
{
    private static readonly Gen<(int What, Reference Prefix)[]> Changes =
        Gen.Select(Gen.Int[0, 5], IdGen.Near).Array[0, 30];

    [TestCase("w[1].b[0]", "w[1]")]
    [TestCase("w[1].a[0]", "w[1].a[0]")]
    [TestCase("w[1].a[0][5]", "w[1].a[0]")]
    [TestCase("w[1].a[1]", "w[1]")]
    [TestCase("w[2].a[0]", "w.a")]
    [TestCase("w[2].a[0][5]", "w.a")]
    [TestCase("w[2].a[1]", "w")]
    [TestCase("w[2].b[0]", "w")]
    [TestCase("w.a", "w.a")]
    [TestCase("w.b", "w")]
    [TestCase("w", "w")]
    [TestCase("v", null)]
    [TestCase("v[1].a[0]", null)]
    [TestCase("local:x,p,a[0][1]", "local:x,p")]
    [TestCase("local:x,q,a[0][1]", null)]
    [TestCase("local:y,p", null)]
    public void The_longest_prefix_wins(string destination, string? route)
    {
        var table = new RouteTable<string>();
        foreach (var prefix in (string[])["w", "w.a", "w[1]", "w[1].a[0]", "local:x,p"])
        {
            Assert.That(table.Set(Reference.Parse(prefix), prefix), Is.True);
        }

        Assert.That(table.TryFind(Reference.Parse(destination), out var found), Is.EqualTo(route is not null));
        Assert.That(found, Is.EqualTo(route));
    }

    [Test]
    public void The_route_of_a_proc_is_preferred_to_that_of_a_gang()
    {
        var table = new RouteTable<string>();
        table.Set(GangId.Parse("w.a"), "gang");
        table.Set(ProcId.Parse("w[1]"), "proc");
        Assert.That(table.TryFind(PortId.Parse("w[1].a[0][5]"), out var found), Is.True);
        Assert.That(found, Is.EqualTo("proc"));
    }

    [Test]
    public void It_does_what_a_list_of_prefixes_does() =>
        Gen.Select(Changes, IdGen.Near.Array[10]).Sample((changes, destinations) =>
        {
            var table = new RouteTable<int>();
            var model = new Dictionary<Reference, int>();
            for (var i = 0; i < changes.Length; i++)
            {
                var (what, prefix) = changes[i];
                var agrees = what switch
                {
                    0 => table.Remove(prefix) == model.Remove(prefix),
                    1 => table.RemoveUnder(prefix)
                        == model.Keys.Where(prefix.IsPrefixOf).ToArray().Count(key => model.Remove(key)),
                    _ => table.Set(prefix, i) != model.ContainsKey(prefix),
                };
                if (what > 1)
                {
                    model[prefix] = i;
                }

                if (!agrees || table.Count != model.Count)
                {
                    return false;
                }
            }

            return destinations.All(destination => Agrees(table, model, destination));
        });

    [Test]
    public void Set_again_replaces_and_removed_is_gone()
    {
        var table = new RouteTable<string>();
        Reference proc = ProcId.Parse("w[1]");
        Assert.Multiple(() =>
        {
            Assert.That(table.Set(proc, "old"), Is.True);
            Assert.That(table.Set(proc, "new"), Is.False);
            Assert.That(table.Count, Is.EqualTo(1));
            Assert.That(table.TryFind(proc, out var route) ? route : null, Is.EqualTo("new"));
            Assert.That(table.Remove(WorldId.Parse("w")), Is.False);
            Assert.That(table.Remove(proc), Is.True);
            Assert.That(table.Remove(proc), Is.False);
            Assert.That(table.TryFind(proc, out route), Is.False);
            Assert.That(route, Is.Null);
            Assert.That(table.Count, Is.Zero);
        });
    }

    [Test]
    public void A_lookup_allocates_nothing()
    {
        var table = new RouteTable<string>();
        table.Set(WorldId.Parse("w"), "world");
        table.Set(GangId.Parse("w.other"), "gang");
        table.Set(ProcId.Parse("w[9]"), "proc");
        table.Set(ProcId.Parse("local:x,p"), "direct");
        table.Set(ActorId.Parse("w[9].a"), "actor");
        table.Set(PortId.Parse("w[9].a[0][1]"), "port");
        var ports = new[] { PortId.Parse("w[1].a[0][1]"), PortId.Parse("local:x,p,a[0][1]"), PortId.Parse("v[1].a[0][1]") };
        var found = Find(10);
        var before = GC.GetAllocatedBytesForCurrentThread();
        found += Find(1000);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.That((allocated, found), Is.EqualTo((0L, 4 * 1010)));

        int Find(int times)
        {
            var count = 0;
            for (var i = 0; i < times; i++)
            {
                foreach (var port in ports)
                {
                    count += table.TryFind(port, out _) ? 1 : 0;
                    count += table.TryFind((Reference)port.Actor, out _) ? 1 : 0;
                }
            }

            return count;
        }
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task A_lookup_sees_the_table_at_one_moment(CancellationToken cancellation)
    {
        // At every moment one of the two has a route, so a lookup that misses both has mixed two moments.
        var table = new RouteTable<string>();
        var port = PortId.Parse("w[1].a[0][5]");
        Reference actor = port.Actor;
        Reference proc = port.Actor.Proc;
        table.Set(proc, "proc");
        var done = 0;
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(
            () =>
            {
                var missed = 0;
                while (Volatile.Read(ref done) == 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                    missed += table.TryFind(port, out var _) ? 0 : 1;
                }

                return missed;
            },
            cancellation)).ToArray();
        for (var i = 0; i < 50_000; i++)
        {
            table.Set(actor, "actor");
            table.Remove(proc);
            table.Set(proc, "proc");
            table.RemoveUnder(actor);
        }

        Volatile.Write(ref done, 1);
        Assert.That(await Task.WhenAll(readers), Is.All.Zero);
    }

    private static bool Agrees(RouteTable<int> table, Dictionary<Reference, int> model, Reference destination)
    {
        var prefixes = model.Keys.Where(prefix => prefix.IsPrefixOf(destination)).ToArray();
        if (!table.TryFind(destination, out var route))
        {
            return prefixes.Length == 0;
        }

        return prefixes.Length > 0
            && model[prefixes.MaxBy(prefix => prefix.Kind)] == route
            && (destination.Port is not { } port || (table.TryFind(port, out var same) && same == route));
    }
}
