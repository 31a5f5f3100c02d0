namespace Hyperactor.References;

/// <summary>Where a text stops being what was asked for, and why.</summary>
internal readonly struct TextFault
{
    /// <param name="position">The index of the first char that does not fit; the length if something is missing.</param>
    /// <param name="problem">A clause: what was expected there.</param>
    internal TextFault(int position, string problem)
    {
        Position = position;
        Problem = problem;
    }

    private TextFault(ReferenceKind found)
        : this(0, "") => Found = found;

    /// <summary>The index of the first char that does not fit.</summary>
    internal int Position { get; }

    /// <summary>What was expected there.</summary>
    internal string Problem { get; }

    /// <summary>The kind that the text is of, if it is well formed and of another kind than was asked for.</summary>
    internal ReferenceKind? Found { get; }

    /// <summary>The text is well formed, and of another kind than was asked for.</summary>
    internal static TextFault OtherKind(ReferenceKind found) => new(found);

    /// <summary>The same fault, in a text of which the faulty one is a part.</summary>
    internal TextFault At(int position) => new(position, Problem);

    /// <summary>The whole message for a text that is no id; <paramref name="wanted"/> is null for any kind.</summary>
    internal string Describe(ReadOnlySpan<char> text, ReferenceKind? wanted) => Found is { } found
        ? $"\"{QuotedText.Of(text)}\" is {Article(found)} id, and {Article(wanted)} id was asked for: write {Form(wanted)}."
        : Describe(text, wanted is null ? "a reference" : $"{Article(wanted)} id");

    /// <summary>The whole message for a text that is something else than <paramref name="what"/>.</summary>
    internal string Describe(ReadOnlySpan<char> text, string what)
    {
        var end = Position == text.Length ? ", its end" : "";
        return $"\"{QuotedText.Of(text)}\" is not {what}; column {Position + 1}{end}: {Problem}.";
    }

    private static string Article(ReferenceKind? kind) => kind switch
    {
        ReferenceKind.World => "a world",
        ReferenceKind.Gang => "a gang",
        ReferenceKind.Proc => "a proc",
        ReferenceKind.Actor => "an actor",
        _ => "a port",
    };

    private static string Form(ReferenceKind? kind) => kind switch
    {
        ReferenceKind.World => "world",
        ReferenceKind.Gang => "world.name",
        ReferenceKind.Proc => "world[rank] or address,proc",
        ReferenceKind.Actor => "world[rank].name[pid] or address,proc,name[pid]",
        _ => "world[rank].name[pid][port] or address,proc,name[pid][port]",
    };
}
