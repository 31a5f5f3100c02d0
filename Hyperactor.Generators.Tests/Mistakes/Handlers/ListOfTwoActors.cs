// missed: that two actors were given one list is seen only where they are made
// Two actors write to one list at once.
namespace Shop;

public sealed partial class Reader(List<string> seen) : Actor
{
    public static void Start(Proc proc)
    {
        var seen = new List<string>();
        proc.Spawn("first", new Reader(seen));
        proc.Spawn("second", new Reader(seen));
    }

    [Handler] void Read(string text) => seen.Add(text);
}
