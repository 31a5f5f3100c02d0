using System.Globalization;

namespace DigitsTraining;

/// <summary>Where the training stands after an epoch.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Of">How many there will be.</param>
/// <param name="TrainingLoss">The mean loss of the rows that are trained on, before this epoch's step.</param>
/// <param name="HeldOut">How good the weights are now on the rows that are held out.</param>
internal readonly record struct EpochReport(int Epoch, int Of, double TrainingLoss, Score HeldOut)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"epoch {Epoch}/{Of}: training loss {TrainingLoss:F4}, held-out loss {HeldOut.Loss:F4}, "
        + $"accuracy {HeldOut.Accuracy:F4}");
}
