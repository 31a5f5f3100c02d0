// missed: only constants are looked at; the fixed parts of an interpolated text are not
// A name cannot begin with a digit, whatever the rank is.
namespace Shop;

public static class Known
{
    public static ActorId Worker(int rank) => ActorId.Parse($"shop[{rank}].1st");
}
