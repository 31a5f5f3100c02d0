namespace Hyperactor.Processes;

/// <summary>A stream that a process writes to; its number is that of its descriptor.</summary>
public enum StandardStream
{
    /// <summary>Standard output.</summary>
    Output = 1,

    /// <summary>Standard error.</summary>
    Error = 2,
}
