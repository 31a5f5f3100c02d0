// caught: HYP2006
// There is no port in a number; probably the mark belongs to the next parameter.
namespace Shop;

[Named, Bind, Unbind]
public sealed partial record Step([{|HYP2006:Include|}] int Epoch, [Include] PortRef<double> Reply);
