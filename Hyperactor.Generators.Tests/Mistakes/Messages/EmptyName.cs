// missed: not yet
// An empty name is the full name: who renames the class breaks the wire without knowing.
namespace Shop;

[Named("")]
public sealed partial record Order(string Item);
