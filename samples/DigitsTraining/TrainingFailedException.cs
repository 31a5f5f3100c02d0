namespace DigitsTraining;

/// <summary>The training ended before it was done; the message names the rank and what happened to it.</summary>
/// <param name="message">What happened.</param>
internal sealed class TrainingFailedException(string message) : Exception(message);
