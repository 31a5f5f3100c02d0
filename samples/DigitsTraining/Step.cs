using Hyperactor;

namespace DigitsTraining;

/// <summary>
/// Asks every trainer for the gradient at some weights. The port travels beside the body, so that each node of the tree
/// can point it at itself and combine the replies that come from below.
/// </summary>
/// <param name="Epoch">Which step of the training this is.</param>
/// <param name="Weights">The weights.</param>
/// <param name="Reply">Where the gradient goes.</param>
[Named, Bind, Unbind]
internal sealed partial record Step(int Epoch, ReadOnlyMemory<double> Weights, [Include] PortRef<Gradient> Reply);
