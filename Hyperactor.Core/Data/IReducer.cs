namespace Hyperactor;

/// <summary>
/// Combines two replies into one, on the way from many actors to the one who asked. Implement it on a struct, mark it
/// <c>[Named]</c> and <c>partial</c>: the generator registers it.
/// </summary>
/// <typeparam name="T">What is combined.</typeparam>
public interface IReducer<T>
{
    /// <summary>
    /// Combines the replies of a run of ranks with those of the run behind it. Must be associative; need not be
    /// commutative, because it is called in rank order. Must not change what it is given.
    /// </summary>
    static abstract T Combine(T earlier, T later);
}
