namespace Hyperactor;

/// <summary>A value of a setting, and why it is this one.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="Value">The value.</param>
/// <param name="Layer">The layer that it comes from.</param>
/// <param name="Source">Where in the layer: a file with its line, a variable.</param>
public readonly record struct ConfigValue<T>(T Value, ConfigLayer Layer, string Source);
