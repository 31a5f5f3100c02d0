namespace Hyperactor.Telemetry;

/// <summary>
/// Names the methods of an assembly that carry <see cref="InstrumentAttribute"/>, so that assemblies that reference it know
/// which calls to look at. Generated.
/// </summary>
/// <param name="names">The simple names, in ordinal order.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class InstrumentedMethodsAttribute(params string[] names) : Attribute
{
    /// <summary>The simple names, in ordinal order.</summary>
    public IReadOnlyList<string> Names { get; } = names;
}
