// caught: HYP1010
// It compiles, for the actor handles the message; but its address takes nothing, and the message comes back.
namespace Shop;

[Named]
public sealed partial record Note(string Text);

public sealed partial class Desk : Actor
{
    [Handler]
    private void On(Note note) => Console.WriteLine(note.Text);
}

public static class Use
{
    public static void Run(Client client, ActorHandle<Desk> desk) => desk.Bind().{|HYP1010:Send|}(client, new Note("hello"));
}
