// caught: HYP1004
// Nobody can create an abstract class.
namespace Shop;

[Export(Spawn = true)]
public abstract partial class {|HYP1004:Desk|} : Actor
{
    [Handler] void Open() { }
}
