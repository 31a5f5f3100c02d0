namespace DigitsTraining;

/// <summary>What was asked for makes no sense; the message says what does not, and where.</summary>
/// <param name="message">What is wrong.</param>
internal sealed class BadInputException(string message) : Exception(message);
