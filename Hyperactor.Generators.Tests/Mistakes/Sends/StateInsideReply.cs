// caught: HYP7009
// The record looks immutable; the array in it is the one that the actor goes on writing to.
namespace Shop;

public sealed record Snapshot(int Version, double[] Weights);

public sealed partial class Model : Actor
{
    private readonly double[] _weights = new double[16];
    private int _version;

    [Handler]
    private void Learn(int index, double step)
    {
        _weights[index] += step;
        _version++;
    }

    [Handler]
    private ValueTask<Snapshot> Get() => new(new Snapshot(_version, {|HYP7009:_weights|}));
}
