namespace Hyperactor.Tests.Attributes;

/// <summary>Keys that the generator has completed.</summary>
[DeclareAttrs("tests.attrs")]
public static partial class TestAttrs
{
    /// <summary>How often to try <c>again</c>; see <see cref="Wait"/>.</summary>
    [Attr(Default = 1)]
    public static partial AttrKey<int> RetryCount { get; }

    public static partial AttrKey<TimeSpan> Wait { get; }

    public static partial AttrKey<string> Who { get; }

    public static partial AttrKey<Attrs> Inner { get; }

    [Attr(Name = "tests.renamed", Default = TestColor.Blue, Summary = "What is seen.")]
    public static partial AttrKey<TestColor> Color { get; }

    [Attr(Default = null)]
    internal static partial AttrKey<List<string>?> Tags { get; }
}

public enum TestColor
{
    Red,
    Blue,
}
