namespace Hyperactor;

/// <summary>This process was initialized before, with other options. The message holds both.</summary>
public sealed class ProcessAlreadyInitializedException : InvalidOperationException
{
    internal ProcessAlreadyInitializedException(HyperactorProcessOptions inForce, HyperactorProcessOptions asked)
        : base($"This process is initialized with {inForce} and cannot be initialized again with {asked}. "
            + "Initialize it in one place, or call Initialize() without options for what is in force.") =>
        InForce = inForce;

    /// <summary>The options that apply.</summary>
    public HyperactorProcessOptions InForce { get; }
}
