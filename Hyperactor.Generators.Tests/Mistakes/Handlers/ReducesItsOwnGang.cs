// missed: that the gang is the actor's own is known only at run time
// The actor is a member itself and cannot answer while it waits, so its own rank is missing from the sum.
namespace Shop;

[Named]
public readonly partial struct Sum : IReducer<long>
{
    public static long Combine(long earlier, long later) => earlier + later;
}

[Export(Spawn = true)]
public sealed partial class Branch(long sales) : Actor
{
    [Handler] ValueTask<long> Sales() => new(sales);

    [Handler]
    async ValueTask<double> Share(Context cx, GangRef<Branch> all)
    {
        var sum = await all.SalesAsync<Sum>(cx);
        return sales / (double)sum.ValueOrThrow();
    }
}
