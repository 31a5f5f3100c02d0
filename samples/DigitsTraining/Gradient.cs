using Hyperactor;

namespace DigitsTraining;

/// <summary>The gradient of some rows: sums, not means, so that it adds up.</summary>
/// <param name="Rows">How many rows it is of.</param>
/// <param name="Loss">The sum of their losses.</param>
/// <param name="Values">How the sum of the losses changes with each weight.</param>
[Named]
internal sealed partial record Gradient(int Rows, double Loss, ReadOnlyMemory<double> Values);
