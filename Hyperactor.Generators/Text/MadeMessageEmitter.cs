using Hyperactor.Generators.Model;

namespace Hyperactor.Generators.Text;

/// <summary>Prints messages that parameters make.</summary>
internal static class MadeMessageEmitter
{
    /// <summary>Prints the struct, with its codec if it has one.</summary>
    public static void Emit(SourceWriter writer, MadeMessageModel message, string summary, DocModel docs)
    {
        writer.Doc("summary", summary);
        foreach (var parameter in message.Parameters)
        {
            if (docs.Parameter(parameter.Name.TrimStart('@')) is { } text)
            {
                writer.Doc("param", text, $"name=\"{parameter.Property.TrimStart('@')}\"");
            }
            else
            {
                writer.Doc(
                    "param", $"The argument <c>{parameter.Name.TrimStart('@')}</c>.",
                    $"name=\"{parameter.Property.TrimStart('@')}\"");
            }
        }

        if (message.Uri is not null)
        {
            writer.Lines($"[global::Hyperactor.Named({CodecEmitter.Quote(message.Uri)})]");
        }

        writer.Lines(SourceHeader.GeneratedCode);
        var declaration = $"{message.Accessibility} {(message.HidesBase ? "new " : "")}readonly record struct {message.Name}";
        if (message.Parameters.Count == 0)
        {
            writer.Lines(message.Codec is null ? declaration + ";" : declaration);
        }
        else
        {
            var parameters = message.Parameters
                .Select(static p => $"{p.Type} {p.Property}{(p.Default is null ? "" : " = " + p.Default)}");
            writer.Lines($"{declaration}(").In()
                .Lines(string.Join(",\n", parameters) + (message.Codec is null ? ");" : ")")).Out();
        }

        if (message.Codec is not null)
        {
            writer.Open();
            CodecEmitter.Emit(writer, message.Codec);
            writer.Close();
        }
    }
}
