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
}
