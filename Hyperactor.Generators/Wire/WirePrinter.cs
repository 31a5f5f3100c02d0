using System.Text;
using Hyperactor.Generators.Model;

namespace Hyperactor.Generators.Wire;

/// <summary>Prints the wire lock: a line for each fact, so that a change of one is a change of one line.</summary>
internal static class WirePrinter
{
    /// <summary>The name of the file, in whatever folder.</summary>
    public const string FileName = "Hyperactor.wire.txt";

    /// <summary>The first word of the file; the number of the format follows.</summary>
    public const string Header = "hyperactor-wire";

    /// <summary>The format that is written, and the only one that is read.</summary>
    public const int Version = 1;

    /// <summary>The option by which a build says that it writes the lock anew.</summary>
    public const string AcceptOption = "build_property.HyperactorAcceptWire";

    private const string Note =
        "# What this assembly says on the wire (docs/wire-lock.md). To accept a change: the fix of HYP8001 and HYP8002, "
        + "or dotnet build -p:HyperactorAcceptWire=true";

    /// <summary>Prints a model.</summary>
    public static string Print(WireModel model)
    {
        var text = new StringBuilder().Append(Header).Append(' ').Append(Version).Append('\n').Append(Note).Append('\n');
        foreach (var entry in model.Entries)
        {
            text.Append('\n');
            Print(text, entry);
        }

        return text.ToString();
    }

    /// <summary>The word for a kind.</summary>
    public static string Word(WireKind kind) => kind.ToString().ToLowerInvariant();

    private static void Print(StringBuilder text, WireEntry entry)
    {
        text.Append(Word(entry.Kind)).Append(' ').Append(WireText.Escape(entry.Uri));
        if (entry.Parameters.Count > 0)
        {
            text.Append(" <").Append(string.Join(", ", entry.Parameters)).Append('>');
        }

        if (entry.Type is { } type)
        {
            text.Append(": ").Append(WireText.Escape(type));
        }

        Marks(text, entry.Marks).Append('\n');
        foreach (var fact in entry.Facts)
        {
            text.Append("  ").Append(Print(entry.Kind, fact)).Append('\n');
        }
    }

    /// <summary>Prints a fact.</summary>
    public static string Print(WireKind kind, WireFact fact)
    {
        var text = new StringBuilder(WireText.Escape(fact.Name))
            .Append(kind == WireKind.Enum ? " = " : ": ")
            .Append(WireText.Escape(fact.Type));
        Marks(text, fact.Marks);
        return fact.Reply is null ? text.ToString() : text.Append(" -> ").Append(WireText.Escape(fact.Reply)).ToString();
    }

    private static StringBuilder Marks(StringBuilder text, EquatableArray<string> marks) =>
        marks.Count == 0 ? text : text.Append(" [").Append(string.Join(" ", marks)).Append(']');
}
