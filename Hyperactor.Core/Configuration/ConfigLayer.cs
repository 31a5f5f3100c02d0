namespace Hyperactor;

/// <summary>Where a value of a setting can come from; a later one wins.</summary>
public enum ConfigLayer
{
    /// <summary>It was declared with the setting.</summary>
    Default,

    /// <summary>Whoever launched this process had it set.</summary>
    Inherited,

    /// <summary>A file, or what another configuration system has read.</summary>
    File,

    /// <summary>An environment variable of this process.</summary>
    Environment,

    /// <summary>The program itself, by <see cref="Config.Set{T}"/>.</summary>
    Runtime,

    /// <summary>A scope, by <see cref="Config.Override{T}"/>.</summary>
    Override,
}
