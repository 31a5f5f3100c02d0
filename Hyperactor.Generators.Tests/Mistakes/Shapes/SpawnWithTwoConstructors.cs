// caught: HYP1004
// Another process would not know which to call.
namespace Shop;

[Export(Spawn = true)]
public sealed partial class {|HYP1004:Till|} : Actor
{
    private readonly string _shop;

    public Till() => _shop = "main";

    public Till(string shop) => _shop = shop;

    [Handler] ValueTask<string> Shop() => new(_shop);
}
