// missed: a lock may guard something that is no actor
// Two actors that share a lock block each other's threads.
namespace Shop;

public sealed partial class Writer(object gate, List<string> lines) : Actor
{
    [Handler]
    void Write(string line)
    {
        lock (gate)
        {
            lines.Add(line);
        }
    }
}
