namespace Hyperactor.Generators.Text;

/// <summary>Breaks prose into lines.</summary>
internal static class Wrapping
{
    /// <summary>Breaks at spaces; a longer word stands alone, and a tag is never broken.</summary>
    public static IEnumerable<string> Wrap(string text, int width)
    {
        var start = 0;
        var lastBreak = -1;
        var inTag = false;
        for (var i = 0; i < text.Length; i++)
        {
            inTag = text[i] switch { '<' => true, '>' => false, _ => inTag };
            if (text[i] == ' ' && !inTag)
            {
                if (i - start > width && lastBreak > start)
                {
                    yield return text.Substring(start, lastBreak - start);
                    start = lastBreak + 1;
                }

                lastBreak = i;
            }
        }

        if (text.Length - start > width && lastBreak > start)
        {
            yield return text.Substring(start, lastBreak - start);
            start = lastBreak + 1;
        }

        yield return text.Substring(start);
    }

    /// <summary>
    /// Breaks a line of code behind the last comma or bracket that fits, and indents what follows. Texts and comments
    /// stay whole.
    /// </summary>
    public static IEnumerable<string> WrapCode(string line, int width)
    {
        var indent = line.Length - line.TrimStart(' ').Length;
        var isComment = line.Length > indent + 1 && line[indent] == '/' && line[indent + 1] == '/';
        while (line.Length > width && !isComment && LastBreak(line, width) is var at && at > 0)
        {
            yield return line.Substring(0, at).TrimEnd(' ');
            line = new string(' ', indent + 4) + line.Substring(at).TrimStart(' ');
        }

        yield return line;
    }

    private static int LastBreak(string line, int width)
    {
        var (last, inText, start) = (0, false, line.Length - line.TrimStart(' ').Length);
        for (var i = start; i < Math.Min(line.Length - 1, width); i++)
        {
            if (inText && line[i] == '\\')
            {
                i++;
            }
            else if (line[i] == '"')
            {
                inText = !inText;
            }
            else if (!inText && IsBreak(line, i) && i > start + 12)
            {
                last = i + 1;
            }
        }

        return last;
    }

    // Behind a comma, and behind a bracket that holds something.
    private static bool IsBreak(string line, int i) => line[i] switch
    {
        ',' => line[i + 1] == ' ',
        '(' => line[i + 1] is not (')' or '('),
        '<' => line[i + 1] == 'g',
        _ => false,
    };
}
