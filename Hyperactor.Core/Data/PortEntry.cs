namespace Hyperactor.Data;

/// <summary>A port that travels beside the body of a message, where relays can point it at themselves.</summary>
/// <param name="Port">Where messages for the port go.</param>
/// <param name="Reducer">The URI of the reducer that may combine them on their way, or null.</param>
public readonly record struct PortEntry(PortId Port, string? Reducer);
