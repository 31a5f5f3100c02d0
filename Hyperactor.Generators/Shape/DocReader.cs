using System.Text;
using System.Xml;
using System.Xml.Linq;
using Hyperactor.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Shape;

/// <summary>Reads what users wrote about their code, so that generated code can say it in their words.</summary>
internal static class DocReader
{
    /// <summary>Reads the summary, the parameters, the value and the remarks.</summary>
    public static DocModel Read(ISymbol symbol, CancellationToken cancellation)
    {
        var xml = symbol.GetDocumentationCommentXml(cancellationToken: cancellation);
        if (string.IsNullOrWhiteSpace(xml))
        {
            return DocModel.None;
        }

        if (Words(xml!) is { } words)
        {
            return new(words, default);
        }

        XElement root;
        try
        {
            root = XElement.Parse(xml, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            // The compiler reports it.
            return DocModel.None;
        }

        return new(
            Text(root, "summary"),
            root.Elements("param")
                .Select(static p => new ParameterDoc(p.Attribute("name")?.Value ?? "", Text(p)))
                .Where(static p => p.Text.Length > 0)
                .ToEquatable())
        {
            Returns = Text(root, "returns"),
            Remarks = Text(root, "remarks"),
        };
    }

    /// <summary>The summary without any element, for people who do not read source; null if there is none.</summary>
    public static string? Plain(ISymbol symbol, CancellationToken cancellation)
    {
        if (Read(symbol, cancellation).Summary is not { } summary)
        {
            return null;
        }

        var root = XElement.Parse($"<summary>{summary}</summary>", LoadOptions.PreserveWhitespace);
        foreach (var see in root.Descendants().Where(static e => e.IsEmpty).ToList())
        {
            var target = see.Attribute("cref")?.Value ?? see.Attribute("langword")?.Value ?? see.Attribute("href")?.Value ?? "";
            see.ReplaceWith(target.Split('(')[0].Split('.').Last().Split(':').Last());
        }

        return string.Join(" ", root.Value.Split([' '], StringSplitOptions.RemoveEmptyEntries));
    }

    private static string? Text(XElement root, string name) =>
        root.Element(name) is { } element && Text(element) is { Length: > 0 } text ? text : null;

    // Most comments are a summary of nothing but words, for which no reader of XML is needed.
    private static string? Words(string xml)
    {
        const string Start = "<summary>";
        const string End = "</summary>";
        var start = xml.IndexOf('>') + 1;
        var open = xml.IndexOf(Start, start, StringComparison.Ordinal);
        var close = xml.IndexOf(End, start, StringComparison.Ordinal);
        if (open < 0 || close < 0 || xml.IndexOf('<', start) != open || xml.IndexOf('<', open + 1) != close
            || xml.IndexOf('<', close + 1) != xml.LastIndexOf('<') || xml.IndexOf('&', open) >= 0)
        {
            return null;
        }

        var words = Join(xml.Substring(open + Start.Length, close - open - Start.Length));
        return words.Length == 0 ? null : words;
    }

    private static string Join(string text) =>
        string.Join(" ", text.Split([' ', '\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));

    private static string Text(XElement element)
    {
        var text = new StringBuilder();
        foreach (var node in element.Nodes())
        {
            Append(text, node);
        }

        return Join(text.ToString());
    }

    // References to parameters, and to what was not found, would not resolve where the text goes.
    private static void Append(StringBuilder text, XNode node)
    {
        switch (node)
        {
            case XElement { Name.LocalName: "paramref" or "typeparamref" } reference:
                text.Append(new XElement("c", reference.Attribute("name")?.Value).ToString(SaveOptions.DisableFormatting));
                break;
            case XElement { Name.LocalName: "see" or "seealso" } see
                when see.Attribute("cref")?.Value is { } cref && cref.StartsWith("!:", StringComparison.Ordinal):
                text.Append(new XElement("c", cref.Substring(2)).ToString(SaveOptions.DisableFormatting));
                break;
            case XElement { Name.LocalName: "para" } paragraph:
                text.Append(' ').Append(Text(paragraph)).Append(' ');
                break;
            default:
                text.Append(node.ToString(SaveOptions.DisableFormatting));
                break;
        }
    }
}
