// caught: HYP2001
// A reducer is found by its name, and a generic one has many.
namespace Shop;

[Named]
public readonly struct {|HYP2001:Largest|}<T> : IReducer<T>
    where T : IComparable<T>
{
    public static T Combine(T left, T right) => left.CompareTo(right) < 0 ? right : left;
}
