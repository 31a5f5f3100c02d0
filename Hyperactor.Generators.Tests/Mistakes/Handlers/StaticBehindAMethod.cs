// missed: what a method of another class does is not looked at
// Two actors write to the list at once.
namespace Shop;

public static class Audit
{
    private static readonly List<string> Lines = [];

    public static void Write(string line) => Lines.Add(line);
}

[Export]
public sealed partial class Safe : Actor
{
    [Handler] void Open(string who) => Audit.Write(who);
}
