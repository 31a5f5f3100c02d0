namespace Hyperactor.Generators.Model;

/// <summary>What the user wrote about something.</summary>
/// <param name="Summary">The summary on one line, or null.</param>
/// <param name="Parameters">What was written about the parameters.</param>
internal sealed record DocModel(string? Summary, EquatableArray<ParameterDoc> Parameters)
{
    /// <summary>Nothing was written.</summary>
    public static DocModel None { get; } = new(null, default);

    /// <summary>What was written about the value that is returned, or null.</summary>
    public string? Returns { get; init; }

    /// <summary>What else was written, or null.</summary>
    public string? Remarks { get; init; }

    /// <summary>What was written about a parameter, or null.</summary>
    public string? Parameter(string name) => Parameters.FirstOrDefault(p => p.Name == name)?.Text;
}

/// <summary>What the user wrote about a parameter.</summary>
internal sealed record ParameterDoc(string Name, string Text);
