using System.Text;

namespace Hyperactor.Generators.Text;

/// <summary>Text with indentation. It prints and decides nothing.</summary>
internal sealed class SourceWriter
{
    private const string Unit = "    ";
    private const int LineMax = 120;

    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes lines, each at the current depth; an empty one stays empty.</summary>
    public SourceWriter Lines(string block)
    {
        foreach (var line in block.Split('\n'))
        {
            foreach (var part in Wrapping.WrapCode(line, LineMax - (_depth * Unit.Length)))
            {
                Append(part);
            }
        }

        return this;
    }

    /// <summary>Writes an empty line.</summary>
    public SourceWriter Blank()
    {
        _text.Append('\n');
        return this;
    }

    /// <summary>Writes an opening brace and goes one level in.</summary>
    public SourceWriter Open()
    {
        Lines("{");
        _depth++;
        return this;
    }

    /// <summary>Goes one level out and writes a closing brace.</summary>
    public SourceWriter Close()
    {
        _depth--;
        return Lines("}");
    }

    /// <summary>Goes one level in, for a list that no brace opens.</summary>
    public SourceWriter In()
    {
        _depth++;
        return this;
    }

    /// <summary>Goes one level out.</summary>
    public SourceWriter Out()
    {
        _depth--;
        return this;
    }

    /// <summary>Writes an element of a documentation comment, on one line if it fits.</summary>
    /// <param name="element">The name of the element.</param>
    /// <param name="text">Its content.</param>
    /// <param name="attribute">An attribute with its value, or nothing.</param>
    public SourceWriter Doc(string element, string text, string attribute = "")
    {
        var opening = attribute.Length == 0 ? $"<{element}>" : $"<{element} {attribute}>";
        var single = $"/// {opening}{text}</{element}>";
        var width = LineMax - (_depth * Unit.Length);
        if (single.Length <= width)
        {
            return Lines(single);
        }

        Lines($"/// {opening}");
        foreach (var line in Wrapping.Wrap(text, width - 4))
        {
            Lines($"/// {line}");
        }

        return Lines($"/// </{element}>");
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private void Append(string line)
    {
        if (line.Length > 0)
        {
            for (var i = 0; i < _depth; i++)
            {
                _text.Append(Unit);
            }

            _text.Append(line);
        }

        _text.Append('\n');
    }
}
