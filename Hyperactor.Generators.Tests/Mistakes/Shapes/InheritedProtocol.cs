// caught: HYP1013
// The base is no protocol, so no client has its methods, though every actor must implement them.
namespace Shop;

public interface IReadable
{
    ValueTask<string> Read();
}

[Named("shop.editable"), Handler]
public partial interface {|HYP1013:IEditable|} : IReadable
{
    ValueTask Write(string text);
}
