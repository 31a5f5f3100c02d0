using System.Collections.Concurrent;

namespace Hyperactor.Telemetry;

/// <summary>The kinds of metrics.</summary>
internal enum MetricKind
{
    Counter,
    UpDownCounter,
    Gauge,
    ObservableGauge,
    Histogram,
    Timer,
}

/// <summary>What a metric was declared as. The catalog of all that were refuses two that differ under one name.</summary>
internal sealed record MetricDeclaration(
    string Name, MetricKind Kind, string Unit, string Description, string TagNames)
{
    /// <summary>How many tags a metric may have.</summary>
    internal const int TagsMax = 8;

    private const int NameMax = 255;
    private const int UnitMax = 63;

    private static readonly ConcurrentDictionary<string, MetricDeclaration> All = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>All that were declared in this process, by name.</summary>
    internal static IReadOnlyList<MetricDeclaration> Declared => [.. All.Values.OrderBy(d => d.Name, StringComparer.Ordinal)];

    /// <summary>Checks a declaration and enters it into the catalog.</summary>
    /// <exception cref="ArgumentException">A name or the unit is none, or the name is declared as something else.</exception>
    internal static MetricDeclaration Of(
        string name, MetricKind kind, string unit, string description, ReadOnlySpan<string> tags)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(description);
        Require(
            IsName(name),
            $"\"{name}\" is not the name of a metric: write a letter, then up to {NameMax - 1} letters, digits and '_', "
            + "'.', '-', '/', such as shop.orders.");
        Require(
            IsUnit(unit),
            $"\"{unit}\" is not the unit of {name}: write up to {UnitMax} ASCII characters without spaces, such as s, By "
            + "or {order}.");
        Require(tags.Length <= TagsMax, $"{name} has {tags.Length} tags and may have {TagsMax}.");
        for (var i = 0; i < tags.Length; i++)
        {
            Require(
                IsTag(tags[i]),
                $"\"{tags[i]}\" is not the name of a tag of {name}: write small letters, digits, '_' and '.'.");
            Require(tags[..i].IndexOf(tags[i]) < 0, $"{name} has the tag {tags[i]} twice.");
        }

        var declared = new MetricDeclaration(name, kind, unit, description, string.Join(", ", tags!));
        var kept = All.GetOrAdd(name, declared);
        Require(
            kept == declared && (kind != MetricKind.ObservableGauge || ReferenceEquals(kept, declared)),
            $"{name} is declared already, as: {kept}. Give one of the two another name, or declare it once and share it.");
        return declared;
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= NameMax && char.IsAsciiLetter(name[0])
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-' or '/');

    private static bool IsUnit(string unit) => unit.Length is > 0 and <= UnitMax && unit.All(c => c is > ' ' and <= '~');

    private static bool IsTag(string? tag) =>
        tag is { Length: > 0 and <= NameMax } && char.IsAsciiLetterLower(tag[0])
        && tag.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '_' or '.');

    private static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new ArgumentException(message);
        }
    }
}
