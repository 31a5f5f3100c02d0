namespace Hyperactor.Processes;

/// <summary>What a signal does to this process.</summary>
public enum SignalDisposition
{
    /// <summary>What the system does by default; for most signals, it ends the process.</summary>
    Default,

    /// <summary>Nothing.</summary>
    Ignored,

    /// <summary>It is handled, by the .NET runtime itself or by somebody who has asked it to.</summary>
    Custom,
}
