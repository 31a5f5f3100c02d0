namespace Hyperactor.Generators;

/// <summary>The names of the steps of the pipelines; tests find them here.</summary>
internal static class TrackingNames
{
    public const string Messages = "Messages";
    public const string ExportedActors = "ExportedActors";
    public const string LocalActors = "LocalActors";
    public const string ForwardingActors = "ForwardingActors";
    public const string Protocols = "Protocols";
    public const string Aliases = "Aliases";
    public const string Attrs = "Attrs";
    public const string Clashes = "Clashes";
    public const string Assembly = "Assembly";
    public const string Registered = "Registered";
    public const string Registrations = "Registrations";
    public const string Catalog = "Catalog";
    public const string InstrumentedExports = "InstrumentedExports";
    public const string InstrumentedReferences = "InstrumentedReferences";
    public const string InstrumentedNames = "InstrumentedNames";
    public const string InstrumentedCalls = "InstrumentedCalls";
    public const string WireLock = "WireLock";
}
