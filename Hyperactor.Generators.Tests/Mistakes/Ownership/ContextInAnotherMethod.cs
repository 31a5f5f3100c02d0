// missed: what a method of another class does with its argument is not followed
// The registry keeps the context of each message that came by.
namespace Shop;

public static class Registry
{
    private static readonly Dictionary<string, object> Entries = [];

    public static void Register(string name, object value) => Entries[name] = value;
}

public sealed partial class Session : Actor
{
    [Handler]
    private void Open(Context cx, string name) => Registry.Register(name, cx);
}
