using System.Text;

namespace Hyperactor.Data;

/// <summary>URIs of types as people read them.</summary>
internal static class TypeUris
{
    private const string Separators = "<>,()[]? ";
    private const string Qualifiers = ".:/";

    /// <summary>The last part of the name, and of each name in it: of <c>Foo&lt;a.b&gt;</c> it is <c>Foo&lt;b&gt;</c>.</summary>
    internal static string Basename(string uri)
    {
        var result = new StringBuilder(uri.Length);
        var start = 0;
        for (var i = 0; i <= uri.Length; i++)
        {
            if (i == uri.Length || Separators.Contains(uri[i], StringComparison.Ordinal))
            {
                var word = uri.AsSpan(start, i - start);
                var last = word[(word.LastIndexOfAny(Qualifiers) + 1)..];
                result.Append(last.IsEmpty ? word : last).Append(uri.AsSpan(i, i == uri.Length ? 0 : 1));
                start = i + 1;
            }
        }

        return result.ToString();
    }
}
