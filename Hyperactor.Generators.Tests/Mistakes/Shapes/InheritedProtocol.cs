// caught: HYP1013
// The methods of the base interface are no part of the protocol.
namespace Shop;

[Named("shop.readable"), Handler]
public partial interface IReadable
{
    ValueTask<string> Read();
}

[Named("shop.editable"), Handler]
public partial interface {|HYP1013:IEditable|} : IReadable
{
    ValueTask Write(string text);
}
