namespace Hyperactor;

/// <summary>
/// Registers the codec of a type that no message, handler or port of the assembly mentions: a use of a generic message
/// (<c>typeof(Pair&lt;int&gt;)</c>), or a collection or tuple; or the use of a generic reducer.
/// </summary>
/// <param name="type">A type whose values can travel.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class RegisterTypeAttribute(Type type) : Attribute
{
    /// <summary>The type.</summary>
    public Type Type { get; } = type;
}
