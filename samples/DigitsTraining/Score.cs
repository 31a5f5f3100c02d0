namespace DigitsTraining;

/// <summary>How good weights are.</summary>
/// <param name="Loss">The mean of minus the logarithm of the chance that each image's digit was given.</param>
/// <param name="Accuracy">The part of the images that were recognized.</param>
internal readonly record struct Score(double Loss, double Accuracy);
