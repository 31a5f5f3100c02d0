namespace Hyperactor.Generators.Model;

/// <summary>An actor.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Uri">The name of the class that all processes share.</param>
/// <param name="Accessibility">The accessibility of its clients.</param>
/// <param name="ClientName">The name of the static class of its clients.</param>
/// <param name="Exported">Whether references reach it.</param>
/// <param name="HidesBase">Whether a base class has a table of handlers of its own.</param>
/// <param name="Handlers">Its handlers, in order: its own, then those of its protocols.</param>
/// <param name="Spawn">How it is created by name, or null.</param>
/// <param name="Docs">What the user wrote about the class.</param>
/// <param name="Registrations">What the catalog registers for it.</param>
internal sealed record ActorModel(
    PlaceModel Place,
    string Uri,
    string Accessibility,
    string ClientName,
    bool Exported,
    bool HidesBase,
    EquatableArray<HandlerModel> Handlers,
    SpawnModel? Spawn,
    DocModel Docs,
    EquatableArray<Registration> Registrations);

/// <summary>How an actor is created by name.</summary>
/// <param name="Parameters">The message that the constructor's parameters make.</param>
/// <param name="Docs">What the user wrote about the constructor.</param>
internal sealed record SpawnModel(MadeMessageModel Parameters, DocModel Docs);
