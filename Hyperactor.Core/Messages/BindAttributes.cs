namespace Hyperactor;

/// <summary>
/// The receiving half of a castable message: its <c>[Include]</c> ports are put back from the port table that travelled
/// beside the body. Goes with <see cref="UnbindAttribute"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class BindAttribute : Attribute;

/// <summary>
/// The sending half of a castable message: its <c>[Include]</c> ports are taken out of the body into a port table, where
/// relays can point them at themselves without knowing the message. Goes with <see cref="BindAttribute"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class UnbindAttribute : Attribute;

/// <summary>The ports in this member travel in the port table, so that replies can be combined on the way back.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class IncludeAttribute : Attribute;
