namespace Hyperactor;

/// <summary>
/// Marks a <c>static partial</c> class that declares keys: the generator implements its
/// <c>public static partial AttrKey&lt;T&gt; Name { get; }</c> and <c>Setting&lt;T&gt;</c> properties, and registers the keys
/// and the codecs of their values.
/// </summary>
/// <param name="prefix">
/// What the names begin with, such as <c>shop</c> for <c>shop.retry_count</c>; by default the full name of the class in
/// small letters.
/// </param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DeclareAttrsAttribute(string? prefix = null) : Attribute
{
    /// <summary>What the names begin with, or null for the full name of the class.</summary>
    public string? Prefix { get; } = prefix;
}

/// <summary>Says more about an <see cref="AttrKey{T}"/> in a class that is marked <see cref="DeclareAttrsAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AttrAttribute : Attribute
{
    /// <summary>The whole name, whatever the prefix; by default the prefix and the property's name in small letters.</summary>
    public string? Name { get; init; }

    /// <summary>The default, a constant of the value's type; without it, the key has none.</summary>
    public object? Default { get; init; }

    /// <summary>What the attribute means; by default the summary of the property's documentation.</summary>
    public string? Summary { get; init; }
}
