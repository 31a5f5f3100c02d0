using Hyperactor;

namespace DigitsTraining;

/// <summary>What every trainer is created with, in whatever process it is.</summary>
/// <param name="WeightDecay">How strongly large weights count as loss.</param>
[Named]
internal sealed partial record TrainerOptions(double WeightDecay);
