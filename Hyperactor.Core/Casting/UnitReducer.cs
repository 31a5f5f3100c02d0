namespace Hyperactor.Casting;

/// <summary>Combines acknowledgements: there is nothing to combine.</summary>
internal readonly struct UnitReducer : IReducer<Unit>
{
    internal const string Uri = "hyperactor.UnitReducer";

    public static Unit Combine(Unit earlier, Unit later) => default;
}
