namespace Hyperactor.Generators.Model;

/// <summary>A protocol.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Uri">The name that all processes share.</param>
/// <param name="Accessibility">The accessibility of its clients.</param>
/// <param name="ClientName">The name of the static class of its clients.</param>
/// <param name="Handlers">Its methods, in order.</param>
/// <param name="Registrations">What the catalog registers for it.</param>
internal sealed record ProtocolModel(
    PlaceModel Place,
    string Uri,
    string Accessibility,
    string ClientName,
    EquatableArray<HandlerModel> Handlers,
    EquatableArray<Registration> Registrations)
{
    /// <summary>The simple name of the interface to write for its handlers; null if the protocol is one.</summary>
    public string? Interface { get; init; }
}
