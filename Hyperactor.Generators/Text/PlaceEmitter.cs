using Hyperactor.Generators.Model;

namespace Hyperactor.Generators.Text;

/// <summary>Prints the declarations of another part of a type of the user's.</summary>
internal static class PlaceEmitter
{
    /// <summary>Opens the containers and the type.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="place">The type.</param>
    /// <param name="bases">What the type implements in this part.</param>
    public static void Open(SourceWriter writer, PlaceModel place, IReadOnlyList<string>? bases = null)
    {
        foreach (var container in place.Containers)
        {
            writer.Lines(container).Open();
        }

        if (bases is not { Count: > 0 })
        {
            writer.Lines(place.Declaration).Open();
            return;
        }

        writer.Lines(place.Declaration + " :").In().Lines(string.Join(",\n", bases)).Out().Open();
    }

    /// <summary>Closes what <see cref="Open"/> opened.</summary>
    public static void Close(SourceWriter writer, PlaceModel place)
    {
        writer.Close();
        foreach (var _ in place.Containers)
        {
            writer.Close();
        }
    }
}
