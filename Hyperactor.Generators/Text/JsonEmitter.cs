using Hyperactor.Generators.Model;

namespace Hyperactor.Generators.Text;

/// <summary>Prints the JSON half of codecs: an object of the members, by name.</summary>
internal static class JsonEmitter
{
    private const string Data = "global::Hyperactor.Data.";
    private const string Json = "global::System.Text.Json.";

    /// <summary>Prints the method that writes.</summary>
    public static void EmitWrite(SourceWriter writer, CodecModel codec, string value)
    {
        writer.Lines(
            $"""
            /// <inheritdoc/>
            public override void WriteJson(
                {Json}Utf8JsonWriter writer,
                {value} value)
            """).Open();
        if (codec.IsReference)
        {
            writer.Lines(
                """
                if (value is null)
                {
                    writer.WriteNullValue();
                    return;
                }

                """);
        }

        writer.Lines("writer.WriteStartObject();");
        if (codec.Case is { } name)
        {
            writer.Lines($"writer.WriteString({Data}JsonMembers.Case, {CodecEmitter.Quote(name)});");
        }

        foreach (var member in codec.Members)
        {
            var write = member.Form == MemberForm.Reply ? "WriteReply" : "WriteMember";
            writer.Lines(
                $"{Data}JsonForm.{write}(writer, {CodecEmitter.Quote(member.JsonName)}, value.{member.Name});");
        }

        writer.Lines("writer.WriteEndObject();").Close();
    }

    /// <summary>Prints the method that reads.</summary>
    public static void EmitRead(SourceWriter writer, CodecModel codec, string value)
    {
        var members = codec.Members.Count == 0 ? "out _" : "out var members";
        writer.Lines(
            $$"""
            /// <inheritdoc/>
            public override {{value}} ReadJson(
                {{Json}}JsonElement element)
            {
                if (!{{Data}}JsonMembers.TryRead(this, element, {{members}}))
                {
                    {{(codec.IsReference ? "return null;" : "throw Missing();")}}
                }

            """).In();
        foreach (var member in codec.Members)
        {
            var get = member switch
            {
                { Presence: Presence.Required } => "GetRequired",
                { Presence: Presence.Open, Default: null } => "GetPresent",
                _ => "Get",
            };
            if (member.Form == MemberForm.Reply)
            {
                writer.Lines(
                    $"""
                    var {member.Local} =
                        members.GetReply<{member.Reply}>({CodecEmitter.Quote(member.JsonName)});
                    """);
                continue;
            }

            var absent = member.Default is null ? "" : ", " + member.Default;
            writer.Lines(
                $"""
                var {member.Local} =
                    members.{get}<{member.Type}>({CodecEmitter.Quote(member.JsonName)}{absent});
                """);
        }

        CodecEmitter.EmitReturn(writer, codec);
        writer.Out().Lines("}");
    }
}
