using Hyperactor.Generators.Model;

namespace Hyperactor.Generators.Text;

/// <summary>Prints codecs in MemoryPack's layout of objects: the number of members, then the members in order.</summary>
internal static class CodecEmitter
{
    private const string Data = "global::Hyperactor.Data.";

    /// <summary>Prints a codec, to be nested in its type.</summary>
    public static void Emit(SourceWriter writer, CodecModel codec)
    {
        if (codec.Kind == CodecKind.Union)
        {
            EmitUnion(writer, codec);
            return;
        }

        var value = codec.IsReference ? codec.Type + "?" : codec.Type;
        EmitHead(writer, codec, value);
        writer.Open();
        if (!IsMemory(codec))
        {
            EmitWrite(writer, codec, value);
            writer.Blank();
            EmitRead(writer, codec, value);
            writer.Blank();
        }

        EmitBits(writer, codec);
        if (codec.Kind == CodecKind.Memory)
        {
            writer.Close();
            return;
        }

        JsonEmitter.EmitWrite(writer, codec, value);
        writer.Blank();
        JsonEmitter.EmitRead(writer, codec, value);
        writer.Close();
    }

    /// <summary>A text as source.</summary>
    public static string Quote(string text) =>
        Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>Prints what makes the value of what was read, and returns it.</summary>
    public static void EmitReturn(SourceWriter writer, CodecModel codec)
    {
        var arguments = string.Join(", ", codec.ConstructorLocals);
        var assigned = codec.Members.Where(static m => !m.ByConstructor).ToList();
        if (assigned.Count == 0)
        {
            writer.Lines($"return new({arguments});");
            return;
        }

        writer.Lines($"return new({arguments})\n{{").In();
        foreach (var member in assigned)
        {
            writer.Lines($"{member.Name} = {member.Local},");
        }

        writer.Out().Lines("};");
    }

    private static bool IsMemory(CodecModel codec) => codec.Kind is CodecKind.Unmanaged or CodecKind.Memory;

    private static void EmitBits(SourceWriter writer, CodecModel codec)
    {
        if (codec.Checks.Count > 0)
        {
            EmitChecks(writer, codec);
            EmitGap(writer, isLast: codec is { Kind: CodecKind.Memory, ZeroTests.Count: 0 });
        }

        if (codec.ZeroTests.Count > 0)
        {
            writer.Lines(
                $"""
                /// <inheritdoc/>
                public override bool IsZero(in {codec.Type} value) =>
                """).In().Lines(string.Join("\n&& ", codec.ZeroTests) + ";").Out();
            EmitGap(writer, isLast: codec.Kind == CodecKind.Memory);
        }
    }

    private static void EmitGap(SourceWriter writer, bool isLast)
    {
        if (!isLast)
        {
            writer.Blank();
        }
    }

    private static void EmitChecks(SourceWriter writer, CodecModel codec)
    {
        writer.Lines(
            $"""
            /// <inheritdoc/>
            public override void CheckBits(
                global::System.ReadOnlySpan<{codec.Type}> values)
            """).Open().Lines("foreach (ref readonly var value in values)").Open();
        foreach (var check in codec.Checks)
        {
            writer.Lines(check + ";");
        }

        writer.Close().Close();
    }

    private static void EmitHead(SourceWriter writer, CodecModel codec, string value)
    {
        var @base = IsMemory(codec) ? "UnmanagedCodec" : "MessageCodec";
        if (codec.Kind != CodecKind.Generic)
        {
            writer.Lines(
                $"""
                {SourceHeader.GeneratedCode}
                internal sealed class {codec.CodecName}() :
                    {Data}{@base}<{value}>({Quote(codec.Uri)})
                """);
            return;
        }

        // Another assembly registers the uses that it closes.
        writer.Lines(
            $"""
            /// <summary>The codec of each use of the type; catalogs register it under the name of the use.</summary>
            /// <param name="typeUri">The name that all processes share.</param>
            {SourceHeader.GeneratedCode}
            public sealed class {codec.CodecName}(string typeUri) :
                {Data}{@base}<{value}>(typeUri)
            """);
    }

    // The library's codec knows how: the cases are all that differs.
    private static void EmitUnion(SourceWriter writer, CodecModel codec)
    {
        writer.Lines(
            $"""
            {SourceHeader.GeneratedCode}
            internal sealed class {codec.CodecName}() :
                {Data}UnionCodec<{codec.Type}>(
                    {Quote(codec.Uri)},
            """).In().In();
        for (var i = 0; i < codec.Cases.Count; i++)
        {
            writer.Lines(
                $"""
                new {Data}UnionCase<{codec.Type}, {codec.Cases[i].Type}>({Quote(codec.Cases[i].Name)}){(i < codec.Cases.Count - 1 ? "," : ");")}
                """);
        }

        writer.Out().Out();
    }

    private static void EmitWrite(SourceWriter writer, CodecModel codec, string value)
    {
        writer.Lines(
            $"""
            /// <inheritdoc/>
            public override void Write(
                ref {Data}MessageWriter writer,
                {value} value)
            """).Open();
        if (codec.IsReference)
        {
            writer.Lines(
                """
                if (value is null)
                {
                    writer.WriteNullObjectHeader();
                    return;
                }

                """);
        }

        if (codec.MayBeMemory)
        {
            writer.Lines(
                """
                if (writer.TryWriteMemory(this, value))
                {
                    return;
                }

                """);
        }

        writer.Lines(codec.IsTolerant ? "writer.BeginMembers();" : $"writer.WriteObjectHeader({codec.Members.Count});");
        foreach (var member in codec.Members)
        {
            if (member.Include)
            {
                writer.Lines("writer.BeginInclude();");
            }

            writer.Lines(member.Form switch
            {
                MemberForm.Unmanaged => $"writer.WriteUnmanaged(value.{member.Name});",
                MemberForm.Text => $"writer.WriteString(value.{member.Name});",
                MemberForm.Reply => $"writer.WriteReply(value.{member.Name});",
                _ => $"writer.Write(value.{member.Name});",
            });
            if (member.Include)
            {
                writer.Lines("writer.EndInclude();");
            }

            if (codec.IsTolerant)
            {
                writer.Lines("writer.EndMember();");
            }
        }

        if (codec.IsTolerant)
        {
            writer.Lines("writer.EndMembers();");
        }

        writer.Close();
    }

    private static void EmitRead(SourceWriter writer, CodecModel codec, string value)
    {
        writer.Lines(
            $$"""
            /// <inheritdoc/>
            public override {{value}} Read(
                ref {{Data}}MessageReader reader)
            """).Open();
        if (codec.MayBeMemory)
        {
            writer.Lines(
                """
                if (reader.TryReadMemory(this, out var value))
                {
                    return value;
                }

                """);
        }

        if (codec.IsTolerant)
        {
            writer.Lines($"global::System.Span<int> bounds = stackalloc int[{codec.Members.Count + 2}];");
        }

        var count = codec.Members.Count == 0 ? "out _" : "out var count";
        writer.Lines(
            $$"""
            if (!reader.{{(codec.IsTolerant ? "TryReadMembers(bounds)" : $"TryReadObjectHeader({codec.Members.Count}, {count})")}})
            {
                {{(codec.IsReference ? "return null;" : "throw Missing();")}}
            }

            """);
        for (var i = 0; i < codec.Members.Count; i++)
        {
            EmitRead(writer, codec.Members[i], codec.IsTolerant ? $"reader.HasMember(bounds, {i})" : $"count > {i}");
        }

        if (codec.IsTolerant)
        {
            writer.Lines("reader.EndMembers(bounds);");
        }

        EmitReturn(writer, codec);
        writer.Close();
    }

    private static void EmitRead(SourceWriter writer, MemberModel member, string isPresent)
    {
        var read = (member.Form, member.Presence) switch
        {
            (MemberForm.Unmanaged, _) => $"reader.ReadUnmanaged<{member.Type}>()",
            (MemberForm.Text, Presence.Required) => "reader.ReadRequiredString()",
            (MemberForm.Text, _) => "reader.ReadString()",
            (MemberForm.Reply, _) => $"reader.ReadReply<{member.Reply}>()",
            (_, Presence.Required) => $"reader.ReadRequired<{member.Type}>()",
            _ => $"reader.Read<{member.Type}>()",
        };
        var absent = member switch
        {
            { Default: { } value } => value,
            { Presence: Presence.Required or Presence.Open } => $"throw Missing({Quote(member.JsonName)})",
            _ => "default",
        };
        writer.Lines(
            $"""
            var {member.Local} = {isPresent}
                ? {read}
                : {absent};
            """);
    }
}
