// caught: HYP3001
// Throws ReferenceFormatException when it comes there.
namespace Shop;

public static class Known
{
    public static readonly ActorId Till = ActorId.Parse("shop[0].till[{|HYP3001:"|});
}
