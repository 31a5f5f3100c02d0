namespace Hyperactor.Channels;

/// <summary>
/// Leaves the code that writes a body as soon as the body is over the limit. Never leaves this folder.
/// </summary>
internal sealed class FrameTooLargeException(int limitBytes)
    : Exception($"the frame takes more than the limit of {limitBytes} bytes");
