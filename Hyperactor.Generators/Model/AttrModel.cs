namespace Hyperactor.Generators.Model;

/// <summary>A class that declares keys.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Keys">The keys whose properties are implemented, in order.</param>
/// <param name="Registrations">What the catalog registers for it.</param>
internal sealed record AttrClassModel(
    PlaceModel Place, EquatableArray<AttrKeyModel> Keys, EquatableArray<Registration> Registrations);

/// <summary>A key.</summary>
/// <param name="Name">The name that all processes share.</param>
/// <param name="Property">The property as source spells it.</param>
/// <param name="Accessibility">The property's accessibility.</param>
/// <param name="Type">The type of the property, fully qualified.</param>
/// <param name="Arguments">What the key's constructor is given, as source.</param>
/// <param name="Assigned">What is assigned to the key, as source: names and values.</param>
internal sealed record AttrKeyModel(
    string Name,
    string Property,
    string Accessibility,
    string Type,
    EquatableArray<string> Arguments,
    EquatableArray<AssignedModel> Assigned);

/// <summary>A member of an initializer, as source.</summary>
internal sealed record AssignedModel(string Name, string Value);
