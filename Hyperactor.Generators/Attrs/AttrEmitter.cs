using Hyperactor.Generators.Model;
using Hyperactor.Generators.Text;

namespace Hyperactor.Generators.Attrs;

/// <summary>Prints the properties of a class that declares keys.</summary>
internal static class AttrEmitter
{
    /// <summary>Prints the file.</summary>
    public static string Emit(AttrClassModel model)
    {
        var writer = SourceHeader.Begin($"[DeclareAttrs] {model.Place.FullName}", "that class", model.Place.Namespace);
        PlaceEmitter.Open(writer, model.Place);
        for (var i = 0; i < model.Keys.Count; i++)
        {
            if (i > 0)
            {
                writer.Blank();
            }

            Emit(writer, model.Keys[i]);
        }

        PlaceEmitter.Close(writer, model.Place);
        return writer.ToString();
    }

    private static void Emit(SourceWriter writer, AttrKeyModel key)
    {
        var end = key.Assigned.Count == 0 ? ";" : "";
        writer.Lines(
            $$"""
            {{SourceHeader.GeneratedCode}}
            {{key.Accessibility}} static partial {{key.Type}} {{key.Property}} { get => field; } =
                new({{string.Join(", ", key.Arguments)}}){{end}}
            """);
        if (key.Assigned.Count == 0)
        {
            return;
        }

        writer.In().Open();
        foreach (var assigned in key.Assigned)
        {
            writer.Lines($"{assigned.Name} = {assigned.Value},");
        }

        writer.Out().Lines("};").Out();
    }
}
