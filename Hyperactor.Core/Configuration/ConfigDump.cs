using System.Collections;
using System.Text;
using Hyperactor.Configuration;

namespace Hyperactor;

/// <summary>All settings and their values, in the order of their names; its text is a table.</summary>
/// <param name="rows">The rows.</param>
public sealed class ConfigDump(IReadOnlyList<ConfigRow> rows) : IReadOnlyList<ConfigRow>
{
    /// <inheritdoc/>
    public int Count => rows.Count;

    /// <inheritdoc/>
    public ConfigRow this[int index] => rows[index];

    /// <inheritdoc/>
    public IEnumerator<ConfigRow> GetEnumerator() => rows.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>
    /// One line for each setting: name, value, default, layer and source, in columns. Line ends in values are escaped.
    /// </summary>
    public override string ToString()
    {
        string[][] lines =
        [
            ["setting", "value", "default", "layer", "source"],
            .. rows.Select(r => (string[])
            [
                r.Name,
                QuotedText.OneLine(r.Value),
                QuotedText.OneLine(r.Default),
                r.Layer.ToString().ToLowerInvariant(),
                QuotedText.OneLine(r.Source),
            ]),
        ];
        var widths = Enumerable.Range(0, lines[0].Length).Select(c => lines.Max(l => l[c].Length)).ToArray();
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            text.Append(string.Join("  ", line.Select((cell, c) => cell.PadRight(widths[c]))).TrimEnd()).Append('\n');
        }

        return text.ToString();
    }
}

/// <summary>A setting and its value.</summary>
/// <param name="Name">The name in files.</param>
/// <param name="Value">The value, as it would be written in a file.</param>
/// <param name="Unit">What is counted, or nothing.</param>
/// <param name="Default">The default.</param>
/// <param name="Layer">The layer that the value comes from.</param>
/// <param name="Source">Where in the layer; nothing for a default.</param>
/// <param name="Environment">The environment variable that sets it.</param>
/// <param name="Summary">What it does.</param>
public sealed record ConfigRow(
    string Name, string Value, string Unit, string Default, ConfigLayer Layer, string Source, string Environment, string Summary)
{
    internal static ConfigRow Of(SettingValue value) => new(
        value.Setting.Name,
        value.Text,
        value.Setting.Unit ?? "",
        value.Setting.DefaultText,
        value.Layer,
        value.Layer == ConfigLayer.Default ? "" : value.Source,
        value.Setting.Environment,
        value.Setting.Summary ?? "");
}
