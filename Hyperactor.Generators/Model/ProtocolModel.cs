namespace Hyperactor.Generators.Model;

/// <summary>A protocol, or an alias.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Uri">The name that all processes share.</param>
/// <param name="Accessibility">The accessibility of its clients.</param>
/// <param name="ClientName">The name of the static class of its clients.</param>
/// <param name="Handlers">Its methods in order, then those of the protocols that it extends or stands for.</param>
/// <param name="Registrations">What the catalog registers for it.</param>
internal sealed record ProtocolModel(
    PlaceModel Place,
    string Uri,
    string Accessibility,
    string ClientName,
    EquatableArray<HandlerModel> Handlers,
    EquatableArray<Registration> Registrations)
{
    /// <summary>The simple name of the interface to write for its handlers; null if the protocol is one, or an alias.</summary>
    public string? Interface { get; init; }

    /// <summary>Whether it is an alias: a type that takes messages which others own.</summary>
    public bool IsAlias { get; init; }

    /// <summary>What the file is written for.</summary>
    public string Source => $"[{(IsAlias ? "Alias" : "Handler")}] {Place.FullName}";

    /// <summary>How a person calls it.</summary>
    public string What => IsAlias || Interface is not null ? "that type" : "that interface";
}
