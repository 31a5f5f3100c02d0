using Hyperactor.Generators.Model;

namespace Hyperactor.Generators.Wire;

/// <summary>Reads the wire lock.</summary>
internal sealed class WireParser
{
    private static readonly Dictionary<string, WireKind> Kinds = Enum.GetValues(typeof(WireKind)).Cast<WireKind>()
        .ToDictionary(WirePrinter.Word, static k => k);

    private readonly List<WireEntry> _entries = [];
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);
    private readonly List<WireFact> _facts = [];
    private WireEntry? _entry;
    private bool _begun;

    private WireParser()
    {
    }

    /// <summary>Reads the lines of a lock. Nothing but blanks and comments is a lock of nothing.</summary>
    public static ParsedLock Parse(IReadOnlyList<string> lines)
    {
        var parser = new WireParser();
        for (var i = 0; i < lines.Count; i++)
        {
            if (parser.Read(lines[i].TrimEnd(), i) is { } error)
            {
                return new(WireModel.Empty, parser._lines, new(i, error));
            }
        }

        parser.Close();
        return new(WireModel.Of(parser._entries), parser._lines, null);
    }

    /// <summary>Reads a text.</summary>
    public static ParsedLock Parse(string text) => Parse(text.Replace("\r\n", "\n").Split('\n'));

    private string? Read(string line, int number)
    {
        if (line.Length == 0 || line.TrimStart().StartsWith("#", StringComparison.Ordinal))
        {
            return null;
        }

        if (!_begun)
        {
            _begun = true;
            return line == $"{WirePrinter.Header} {WirePrinter.Version}" ? null
                : line.StartsWith(WirePrinter.Header + " ", StringComparison.Ordinal)
                    ? $"it is of format '{line.Substring(WirePrinter.Header.Length + 1)}', and only format {WirePrinter.Version} is known here; update Hyperactor"
                    : $"it does not begin with '{WirePrinter.Header} {WirePrinter.Version}'";
        }

        if (!line.StartsWith("  ", StringComparison.Ordinal))
        {
            Close();
            return ReadEntry(line, number);
        }

        if (_entry is null)
        {
            return "a line that is indented belongs to one before it that is not";
        }

        return ReadFact(line) is { } fact ? Add(fact) : $"'{line.Trim()}' is no line of {Article(_entry.Kind)} {WirePrinter.Word(_entry.Kind)}";
    }

    private string? Add(WireFact fact)
    {
        if (_facts.Any(f => f.Name == fact.Name && (!_entry!.Handles || f.Type == fact.Type)))
        {
            return $"'{fact.Name}' is there twice";
        }

        _facts.Add(fact);
        return null;
    }

    private string? ReadEntry(string line, int number)
    {
        var space = line.IndexOf(' ');
        if (space < 0 || !Kinds.TryGetValue(line.Substring(0, space), out var kind))
        {
            return $"'{line}' begins with no word that is known here";
        }

        var at = space + 1;
        if (WireText.Read(line, ref at) is not { } uri || ReadParameters(line, ref at) is not { } parameters)
        {
            return $"'{line}' has no name";
        }

        string? type = null;
        if (Take(line, ": ", ref at) && (type = WireText.Read(line, ref at)) is null)
        {
            return $"'{line}' has no type behind its colon";
        }

        if (ReadMarks(line, ref at) is not { } marks || at != line.Length)
        {
            return $"'{line}' does not end as it should";
        }

        _entry = new(kind, uri, parameters, type, marks, default);
        if (_lines.ContainsKey(_entry.Key))
        {
            return $"'{uri}' is there twice";
        }

        _lines.Add(_entry.Key, number);
        return null;
    }

    private WireFact? ReadFact(string line)
    {
        var at = 2;
        return WireText.Read(line, ref at) is { } name
            && Take(line, _entry!.Kind == WireKind.Enum ? " = " : ": ", ref at)
            && WireText.Read(line, ref at) is { } type
            && ReadMarks(line, ref at) is { } marks
            && ReadReply(line, ref at, out var reply)
            && at == line.Length
                ? new(name, type, marks, reply)
                : null;
    }

    private static bool ReadReply(string line, ref int at, out string? reply)
    {
        reply = null;
        return !Take(line, " -> ", ref at) || (reply = WireText.Read(line, ref at)) is not null;
    }

    private static EquatableArray<string>? ReadParameters(string line, ref int at) => Take(line, " <", ref at)
        ? ReadWords(line, '>', ", ", ref at)
        : default(EquatableArray<string>);

    private static EquatableArray<string>? ReadMarks(string line, ref int at) => Take(line, " [", ref at)
        ? ReadWords(line, ']', " ", ref at)
        : default(EquatableArray<string>);

    private static EquatableArray<string>? ReadWords(string line, char end, string between, ref int at)
    {
        var stop = line.IndexOf(end, at);
        if (stop <= at)
        {
            return null;
        }

        var words = line.Substring(at, stop - at).Split([between], StringSplitOptions.None);
        at = stop + 1;
        return words.Any(static w => w.Length == 0 || w.Contains(' ')) ? null : words.ToEquatable();
    }

    private static bool Take(string line, string sign, ref int at)
    {
        if (string.CompareOrdinal(line, at, sign, 0, sign.Length) != 0)
        {
            return false;
        }

        at += sign.Length;
        return true;
    }

    private void Close()
    {
        if (_entry is not null)
        {
            _entries.Add(_entry with { Facts = _facts.ToEquatable() });
            _facts.Clear();
            _entry = null;
        }
    }

    private static string Article(WireKind kind) => kind is WireKind.Actor or WireKind.Enum ? "an" : "a";
}

/// <summary>A wire lock that was read.</summary>
/// <param name="Model">What it holds; nothing if it cannot be read.</param>
/// <param name="Lines">In which lines, from 0, its entries begin, by key.</param>
/// <param name="Error">Why it cannot be read, or null.</param>
internal sealed record ParsedLock(WireModel Model, IReadOnlyDictionary<string, int> Lines, LockError? Error);

/// <summary>Why a wire lock cannot be read.</summary>
/// <param name="Line">The line, from 0.</param>
/// <param name="Message">What is wrong there.</param>
internal sealed record LockError(int Line, string Message);
