// missed: what the constructor of another type does is not looked at
// Every event carries the time of the machine, although the handler never mentions it.
namespace Shop;

public sealed record Event(string What)
{
    public DateTimeOffset At { get; } = DateTimeOffset.UtcNow;
}

[Export]
public sealed partial class Log : Actor
{
    private readonly List<Event> _events = [];

    [Handler] void Note(string what) => _events.Add(new(what));
}
